/**
 * A check that fails by chance once in a thousand times, made so that some hundreds of them may stand beside each other: where a
 * first sample fails, a second one of its own decides. A right law fails by chance once in a million times, and one that is wrong
 * enough to matter fails both. The rule is the same for every check, and no seed is chosen.
 */
export function inTwoStages(check: (stage: "first" | "second") => void): void {
  try {
    check("first");
  } catch {
    check("second");
  }
}
