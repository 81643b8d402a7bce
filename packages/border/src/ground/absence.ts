import type { HearingParameters } from "../parameters/place-parameters.ts";

/** Why a case is absent at its hearing, by a uniform of its own; undefined if it comes. */
export function absence(
  uniform: number,
  { absentNotice, absentChoice }: Pick<HearingParameters, "absentNotice" | "absentChoice">,
): "notice" | "choice" | undefined {
  if (uniform < absentNotice) return "notice";
  return uniform < absentNotice + absentChoice ? "choice" : undefined;
}
