import { type Answer, type Factor, settingsOf } from "@mpp-sim/scenario";

/** One value of one assumption that is tried, with all others as in the file. */
export interface Trial {
  /** Path of the assumption, as the answer names it. */
  readonly factor: string;
  /** Its value, as it is written. */
  readonly value: string;
  /** What `set` of `loadScenario` takes. */
  readonly settings: readonly { readonly path: string; readonly value: string }[];
}

/** Both ends of a range and two values between: an effect need not go one way all along. */
const parts = [0, 1 / 3, 2 / 3, 1];

/** The trials of each assumption of an answer, in its order: values from the lower end to the upper, or levels as they are written. */
export function trialsOf(assumptions: Answer["assumptions"]): readonly Trial[] {
  return assumptions.flatMap(({ path, factor }) => {
    const trials = positionsIn(factor).map((at) => {
      const settings = settingsOf(factor, at);
      const text = settings[0]?.value ?? "";
      return { factor: path, value: typeof at === "string" ? at : text, settings };
    });
    // Few whole numbers lie between two that are close.
    return trials.filter(({ value }, index) => trials.findIndex((other) => other.value === value) === index);
  });
}

function positionsIn({ range }: Factor): readonly (number | string)[] {
  return range.kind === "interval" ? parts : Object.keys(range.levels);
}
