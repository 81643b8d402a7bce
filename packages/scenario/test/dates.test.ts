import { type ReplicationResult, simulateBorder } from "@mpp-sim/border";
import { describe, expect, it } from "vitest";
import { fixedSettings, parameterValues } from "../src/index.ts";
import { type OtherValue, otherValues } from "./other-values.ts";
import { loadText, messages } from "./read-scenarios.ts";
import { afterwards, changeOn, wholeScenario, yearsLater } from "./whole-scenario.ts";

const days = 21;
const { scenario } = loadText(wholeScenario);
const rows = parameterValues(scenario!);
const mayChange = rows.filter(({ onDates }) => onDates === "may change").map(({ path }) => path);

/** The places of each row of the whole scenario: `*` stands for these names. */
const names: Readonly<Record<string, readonly string[]>> = {
  sectors: ["west", "east", "north"],
  buses: ["coach"],
  interviews: ["east"],
  returnPoints: ["bridge", "gate"],
  returnLimits: ["all"],
  cities: ["town", "village"],
  courts: ["upper", "lower"],
  usShelters: ["house"],
};

/** Paths of a row: those of all its places, but for kinds of exemption, which one of them tells apart, and pathways, which one has not. */
function pathsOf(row: string, { below }: OtherValue): string[] {
  const [section = ""] = row.split(".");
  const places =
    row.includes(".kinds.") || row.endsWith("exempt.returned")
      ? ["west"]
      : (names[section] ?? [""]).filter((name) => name !== "north" || !row.includes("pathways"));
  return places.map((name) => {
    const path = row.replace("*", name).replace("*", "0");
    return below === undefined ? path : `${path}.${below}`;
  });
}

function load(policy: string) {
  const loaded = loadText(`${wholeScenario}policy: [${policy}]\n`);
  expect(messages(loaded)).toEqual([]);
  return loaded.scenario!.parameters;
}

function change(row: string, on: string, value = otherValues[row]!.value): string {
  const settings = pathsOf(row, otherValues[row]!).map((path) => `${path}: ${value}`);
  return `{ on: ${on}, set: { ${settings.join(", ")} } }`;
}

const known = new Map<string, ReplicationResult>();

function run(policy: string): ReplicationResult {
  const result = known.get(policy) ?? simulateBorder(load(policy), { seed: "dates", replication: 0 });
  known.set(policy, result);
  return result;
}

/** What courts book by on dates to come. */
const foreseen = ["courts", "courts", "interior"];

const figures = ({ measures, daily, blocked }: ReplicationResult) => [measures, daily, blocked];

describe("what may change on dates", () => {
  it("is every setting that is not listed as fixed, with a reason", () => {
    const fixedBy = (path: string) => fixedSettings.filter(([from]) => path === from || path.startsWith(`${from}.`));
    for (const { path, onDates } of rows) {
      expect([path, fixedBy(path).length]).toEqual([path, onDates === "may change" ? 0 : 1]);
    }
    for (const [from, because] of fixedSettings) {
      expect([from, rows.some(({ path }) => fixedBy(path).some(([by]) => by === from))]).toEqual([from, true]);
      expect(because).not.toBe("");
    }
    expect(Object.keys(otherValues)).toEqual(mayChange);
  });

  it("changes nothing, to the byte, if it changes after the end", () => {
    const all = mayChange.map((row) => change(row, otherValues[row]?.foreseen ? yearsLater : afterwards)).join(", ");
    const loaded = loadText(`${wholeScenario}policy: [${all}]\n`, { until: "2019-12-22" });
    expect(loaded.scenario?.parameters.later?.map(({ section }) => section)).toEqual(foreseen);
    expect(simulateBorder(loaded.scenario!.parameters, { seed: "dates", replication: 0 })).toEqual(run(""));
  });

  it.each(mayChange)("%s acts on its date, and not before", (row) => {
    const { also, foreseen, inert } = otherValues[row]!;
    const others = also === undefined ? [] : [also];
    const changed = run([change(row, changeOn), ...others].join(", "));
    if (inert !== undefined) {
      expect(changed.fingerprint).not.toBe(run([change(row, changeOn, inert), ...others].join(", ")).fingerprint);
      return;
    }
    const without = run(others.join(", "));
    expect(figures(changed)).not.toEqual(figures(without));
    if (foreseen) return;
    const week = (7 * without.daily.length) / days;
    expect(changed.daily.subarray(0, week)).toEqual(without.daily.subarray(0, week));
  });
});
