import {
  type BorderParameters,
  type DisplacementParameters,
  mostGain,
  steadyGain,
  type TryAgainParameters,
  wholeDays,
} from "@mpp-sim/border";
import { valuesOf } from "../values/calendar.ts";
import type { CompileContext } from "./compile-context.ts";

/** Attempts that a case can be allowed. */
const mostAttempts = 100;

/** Further attempts; undefined if nobody makes any. */
export function compileTryAgain(context: CompileContext): TryAgainParameters | undefined {
  const { tryAgain } = context.file;
  if (tryAgain === undefined || valuesOf(context.written.tryAgain?.most).every((most) => most === 1)) return undefined;
  if (tryAgain.most > mostAttempts)
    context.error(["tryAgain", "most"], `must be at most ${mostAttempts} attempts (got ${tryAgain.most})`);
  const { most, delay, through } = tryAgain;
  return { mostAttempts: most, delay, ...(through && { through: compileThrough(context, through) }) };
}

function compileThrough(
  context: CompileContext,
  given: ReadonlyMap<string, ReadonlyMap<string, number>>,
): NonNullable<TryAgainParameters["through"]> {
  const path = ["tryAgain", "through"];
  const sectors = context.names("sectors");
  return sectors.map((from) => {
    const to = given.get(from) ?? given.get("default");
    const weights = sectors.map((name) => (name === from ? 0 : (to?.get(name) ?? 0)));
    if (!weights.some((weight) => weight > 0))
      context.error(path, `must lead from ${from} to another sector, or have a default that does`);
    return weights;
  });
}

/** Displacement against the base policy; undefined where it is off. */
export function compileDisplacement(
  context: CompileContext,
  reference: BorderParameters | undefined,
): DisplacementParameters | undefined {
  const { displacement } = context.file;
  const { displacement: written } = context.written;
  if (displacement === undefined || written === undefined) return undefined;
  const isOff = [...valuesOf(written.sensitivity), ...valuesOf(written.exposure)].every((weight) => weight === 0);
  if (isOff) return undefined;
  const { sensitivity, exposure, outside, lag, smoothing } = displacement;
  if (outside >= 1) context.error(["displacement", "outside"], "must be below 100 %, or nobody comes (got 100 %)");
  if (reference === undefined) {
    if (displacement.reference === undefined)
      context.error(
        ["displacement"],
        "must have a reference: the settings of the base policy, which the counts were made under",
      );
    return undefined;
  }
  const days = { lagDays: wholeDays(lag), smoothingDays: smoothing / 24 };
  return { sensitivity, exposure, outsideShare: outside, ...days, reference };
}

/** Warns if the response to a policy may swing between sectors and not come to rest. */
export function warnOfSwings(context: CompileContext, parameters: BorderParameters): void {
  if (parameters.displacement === undefined) return;
  const { lagDays, smoothingDays } = parameters.displacement;
  const [gain, limit] = [mostGain(parameters), steadyGain(parameters.displacement)];
  if (gain <= limit) return;
  const short = (value: number): string => String(Number(value.toFixed(2)));
  const sentence = `may make people swing between sectors: with a lag of ${lagDays} days and a smoothing of ${short(smoothingDays)} days the response comes to rest up to a gain of ${short(limit)}, and this one may reach ${short(gain)}`;
  context.warning(["displacement", "sensitivity"], sentence);
  context.notes.push(`The sensitivity of displacement ${sentence}.`);
}
