import { parse, stringify } from "yaml";
import type { LoadedScenario } from "../src/index.ts";
import { namingSettings, type Parameter, scenarioParameters } from "../src/schema/settings.ts";
import { loadText } from "./read-scenarios.ts";
import { changeOn, wholeScenario, wholeWithList } from "./whole-scenario.ts";

/** Another value of a setting of the whole scenario. */
export interface OtherValue {
  readonly value: string;
  /** Entries of the policy without which the setting has nothing to bear upon. */
  readonly also?: string;
  /** What it bears upon, if not the whole scenario. */
  readonly border?: string;
  /** Dates to come are known: hearings are booked by them. */
  readonly foreseen?: true;
  /** Of a setting that no figure shows, a value that is no other to the model: events are compared with those under it. */
  readonly inert?: string;
}

const someDaysLater = "2019-12-11";
const gates = `{ on: ${changeOn}, set: { courts.upper.gate: hard, courts.lower.gate: hard } }`;
const category = "sectors.*.arrivals.categories";
const ofHearing = "{ continued: 10 %, granted: 70 %, denied: 10 %, closed: 10 % }";

/** By its row in the reference, a value that bears upon the whole scenario, of each setting of which another is not found by itself. */
const otherValues: Readonly<Record<string, OtherValue>> = {
  "sectors.*.arrivals.weekdays": { value: "{ mon: 3, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 3 }" },
  "sectors.*.arrivals.hours": { value: "{ 00-18: 1, 18-24: 9 }" },
  [`${category}.single-adult.group`]: { value: "4 cases" },
  [`${category}.single-adult.nationality.weights`]: { value: "{ MEX: 1 }" },
  [`${category}.family.group`]: { value: "4 cases" },
  [`${category}.family.nationality.weights`]: { value: "{ MEX: 1 }" },
  [`${category}.unaccompanied-child.group`]: { value: "4 cases" },
  [`${category}.unaccompanied-child.nationality.weights`]: { value: "{ MEX: 1 }" },
  "sectors.*.arrivals.large.rate": { value: "3/week" },
  "sectors.*.custody.whenFull": { value: "release" },
  "sectors.*.eligibility.returnable": { value: "[HND]" },
  "sectors.*.eligibility.exempt.single-adult": { value: "60 %" },
  "sectors.*.eligibility.exempt.family": { value: "60 %" },
  "sectors.*.eligibility.exempt.kinds.single-adult.pregnant": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.single-adult.illness": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.single-adult.other": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.family.underOne": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.family.pregnant": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.family.illness": { value: "25 %" },
  "sectors.*.eligibility.exempt.kinds.family.other": { value: "25 %" },
  "sectors.*.eligibility.exempt.returned": { value: "[underOne, pregnant, illness, other]" },
  "sectors.*.fallback.single-adult": { value: "{ default: { release: 100 % } }" },
  "sectors.*.fallback.family": { value: "{ default: { removal: 100 % } }" },
  "sectors.*.pathways.*.points": { value: "{ bridge: 4 h }" },
  "sectors.*.list.calls": { value: "20/day", border: wholeWithList },
  "sectors.*.list.at": { value: "17:00", border: wholeWithList },
  "sectors.*.list.leaves": { value: "40 %/day", border: wholeWithList },
  // Above the seats it is warned of.
  "buses.*.minimumLoad": { value: "6 people" },
  "buses.*.whenClosed": { value: "fallback", also: `{ on: ${someDaysLater}, stop: coach }` },
  "buses.*.extra.most": {
    value: "4",
    also: `{ on: ${changeOn}, set: { buses.coach.extra.load: 4 people, buses.coach.fleet: 4 } }`,
  },
  "interviews.*.whenClosed": { value: "fallback", also: `{ on: ${someDaysLater}, set: { interviews.east.open: no } }` },
  "interviews.*.foundAtRisk": { value: "60 %" },
  "interviews.*.screeningError": { value: "40 %" },
  "returnPoints.*.whenClosed": { value: "fallback", also: `{ on: ${someDaysLater}, suspend: returns }` },
  "cities.*.leaves.to": { value: "{ home: 100 % }" },
  "courts.*.rooms": { value: "0", foreseen: true },
  "courts.*.slots": { value: "1 cases/day", foreseen: true },
  "courts.*.sits": { value: "tue-sat", foreseen: true },
  "courts.*.hours": { value: "13:00-18:00", foreseen: true },
  "courts.*.gate": { value: "hard", also: `{ on: ${someDaysLater}, suspend: hearings }` },
  "courts.*.whenClosed": { value: "fallback", also: `${gates}, { on: ${someDaysLater}, suspend: hearings }` },
  "courts.*.absence.notice": { value: "55 %" },
  "courts.*.absence.choice": { value: "45 %" },
  "courts.*.outcomes": { value: ofHearing },
  "courts.*.filed": { value: "enrolment" },
  "interior.sits": { value: "sat-sun", foreseen: true },
  "interior.hours": { value: "13:00-18:00", inert: "08:00-13:00" },
  "interior.slots": { value: "1 cases/day", foreseen: true },
  "interior.absence.notice": { value: "55 %" },
  "interior.absence.choice": { value: "45 %" },
  "interior.outcomes": { value: ofHearing },
  "tryAgain.most": { value: "1" },
  "tryAgain.through": { value: "{ default: { north: 1 }, north: { east: 1 } }" },
  "displacement.exposure": { value: "1/day" },
  "displacement.lag": { value: "3 days" },
};

/** Two values of each kind of setting, by its unit in the reference. */
const samples: Readonly<Record<string, readonly string[]>> = {
  people: ["5 people", "9 people"],
  "people/day": ["6/day", "9/day"],
  "cases/day": ["2 cases/day", "4 cases/day"],
  "h, min, days or weeks": ["90 min", "9 h"],
  "mi or km": ["100 mi", "200 km"],
  USD: ["100 USD", "1 USD"],
  "USD/mi or USD/km": ["2 USD/mi", "1 USD/mi"],
  "USD/h": ["2 USD/h", "1 USD/h"],
  "%": ["20 %", "90 %"],
  "/hour, /day, /week, /month or /year": ["1/week", "3/day"],
  "%/hour, %/day, %/week, %/month or %/year": ["5 %/day", "20 %/day"],
  "whole number": ["1", "3"],
  "whole number from 1": ["1", "3"],
  number: ["1", "2"],
  "days and hours": ["08:00-16:00", "mon-wed 12:00-14:00"],
  "days and times of day": ["daily at 08:00", "daily at 13:00"],
  "time of day": ["08:00", "17:00"],
};

type Tree = string | Branch | readonly Tree[];
interface Branch {
  [key: string]: Tree;
}
const whole = parse(wholeScenario, { schema: "failsafe" }) as Branch;

/** Values that a setting may have: names of places, or words, or samples. */
function valuesOf({ path, unit }: Parameter): readonly string[] {
  const naming = namingSettings().find((one) => one.path.join(".") === path);
  return naming ? Object.keys(whole[naming.names.of] as Branch) : (samples[unit] ?? unit.split(/, | or /));
}

function settingAt(path: string): Parameter {
  return scenarioParameters().find((one) => one.path === path)!;
}

/** A border with a value of a setting at its first place. What stands beside it, in a part that the border does not have, is `turn` times another. */
function withValue(border: string, path: string, value: string, turn: number): string {
  const tree = parse(border, { schema: "failsafe" }) as Branch;
  const steps = path.split(".");
  let [at, depth] = [tree, 0];
  for (; depth < steps.length - 1; depth++) {
    const inner = at[steps[depth] === "*" ? Object.keys(at)[0]! : steps[depth]!];
    if (inner === undefined) break;
    at = inner as Branch;
  }
  const part = steps.slice(0, depth + 1).join(".");
  for (const one of scenarioParameters()) {
    if (!`${one.path}.`.startsWith(`${part}.`)) continue;
    const values = valuesOf(one);
    const written = one.path === path ? value : values[turn % values.length]!;
    const below = one.path.split(".").slice(depth);
    const last = below.pop()!;
    let node = at;
    for (const step of below) {
      node[step] ??= {};
      node = node[step] as Branch;
    }
    node[last] = written;
  }
  return stringify(tree);
}

/** A border that holds a setting, with that value of it: the whole scenario, or that with the part of the setting. */
function holding(path: string, value: string, border: string): LoadedScenario & { readonly text: string } {
  const turns = [0, 1, 2].map((turn) => withValue(border, path, value, turn));
  const found = turns.map((text) => ({ ...loadText(text), text }));
  return found.find(({ scenario }) => scenario) ?? found[0]!;
}

/** What a setting comes to under each of its values: what the border is given, or the place of what is refused. */
export function readings(path: string, border = wholeScenario): readonly string[] {
  return valuesOf(settingAt(path)).map((value) => {
    const { scenario, diagnostics } = holding(path, value, border);
    return scenario ? JSON.stringify(scenario.parameters) : `refused: ${diagnostics[0]!.path}`;
  });
}

/** Another value of a setting than the border has, which is given the part of the setting where it has none. */
export function otherValueOf(path: string, border = wholeScenario): OtherValue {
  const known = otherValues[path];
  if (known) return known;
  const values = valuesOf(settingAt(path));
  const given = path
    .split(".")
    .reduce<Tree | undefined>(
      (node, step) => (node as Branch | undefined)?.[step === "*" ? Object.keys(node as Branch)[0]! : step],
      parse(border, { schema: "failsafe" }) as Branch,
    );
  if (given !== undefined) return { value: values.findLast((one) => one !== given)! };
  const first = values.find((one) => holding(path, one, border).scenario)!;
  return { value: values.findLast((one) => one !== first)!, border: holding(path, first, border).text };
}
