import { scenarioParameters } from "./parameters.ts";

/** Kinds of settings that say what belongs where; they are no figures of the world. */
const structure = ["1", "text", "list of texts", "list of names", "list of codes", "time zone", "empty, or a census"];
/**
 * What follows from the words: an adult is one person, a point in its own sector needs no time on the road, a court without rooms has none.
 */
const definitions =
  /(\.size: 1 people|\.points\.([a-z\d-]+\.)?[a-z-]+: 0 h|\.rooms\.before: 0|\.large\.category: family)$/;
/** The run and not the world, the sources themselves, and a policy, whose changes are values of the settings that they change. */
const aside = ["period", "experiment", "sources", "policy"];

/** What is known of the paths of a scenario. */
export interface KnownPaths {
  /** Whether a path is that of a setting, or leads into one: a date of its calendar, a part of its map. */
  isSetting(path: readonly PropertyKey[]): boolean;
  /** Whether a value, written as `text`, should have a source. */
  needsSource(path: readonly PropertyKey[], text: string): boolean;
}

/** Settings by the steps of their paths. */
interface Branching {
  readonly below: Map<string, Branching>;
  unit?: string;
}

/** Which values of a scenario are figures of the world, and so should name a source or be an assumption. */
export function knownPaths(): KnownPaths {
  const root: Branching = { below: new Map() };
  for (const { path, unit } of scenarioParameters()) {
    let at = root;
    for (const step of path.split(".")) {
      const next = at.below.get(step) ?? { below: new Map() };
      at.below.set(step, next);
      at = next;
    }
    at.unit = unit;
  }
  const unitAt = (path: readonly PropertyKey[]): string | undefined => {
    let at: Branching | undefined = root;
    for (const step of path) {
      if (at === undefined || at.unit !== undefined) break;
      at = at.below.get(String(step)) ?? at.below.get("*");
    }
    return at?.unit;
  };
  return {
    isSetting: (path) => unitAt(path) !== undefined,
    needsSource: (path, text) => {
      // The probability of a future is no setting that changes.
      if (path[0] === "policy" && path[path.length - 1] === "probability") return true;
      if (aside.includes(String(path[0])) || structure.includes(unitAt(path) ?? "")) return false;
      return !definitions.test(`${path.join(".")}: ${text}`);
    },
  };
}
