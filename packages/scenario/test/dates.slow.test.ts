import { type ReplicationResult, simulateBorder } from "@mpp-sim/border";
import { dayNumber } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { parameterValues } from "../src/index.ts";
import { otherValueOf } from "./other-values.ts";
import { head, loadText, messages } from "./read-scenarios.ts";
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
function pathsOf(row: string): string[] {
  const [section = ""] = row.split(".");
  const places =
    row.includes(".kinds.") || row.endsWith("exempt.returned")
      ? ["west"]
      : row.includes(".list.")
        ? ["north"]
        : (names[section] ?? [""]).filter((name) => name !== "north" || !row.includes("pathways"));
  return places.map((name) => row.replace("*", name).replace("scale.*", "scale.MEX").replace("*", "0"));
}

function load(policy: string, border: string) {
  const loaded = loadText(`${border}policy: [${policy}]\n`);
  expect(messages(loaded).filter((message) => !message.includes("hearings of people released go on"))).toEqual([]);
  return loaded.scenario!.parameters;
}

function change(row: string, on: string, value = otherValueOf(row).value): string {
  const settings = pathsOf(row).map((path) => `${path}: ${value}`);
  return `{ on: ${on}, set: { ${settings.join(", ")} } }`;
}

const known = new Map<string, ReplicationResult>();

function run(policy: string, border = wholeScenario): ReplicationResult {
  const key = `${policy} ${border}`;
  const result = known.get(key) ?? simulateBorder(load(policy, border), { seed: "dates", replication: 0 });
  known.set(key, result);
  return result;
}

/** What courts book by on dates to come. */
const foreseen = ["courts", "courts", "interior"];

const figures = ({ measures, daily, blocked }: ReplicationResult) => [measures, daily, blocked];

describe("M24 what may change on dates", () => {
  it("is every setting that is not fixed, with a reason", () => {
    for (const { path, onDates } of rows)
      expect([path, onDates]).toEqual([path, expect.stringMatching(/^may change$|^fixed: \w+/)]);
    expect(rows.filter(({ onDates }) => onDates !== "may change").length).toBeGreaterThan(50);
  });

  it("changes nothing, to the byte, if it changes after the end", () => {
    const all = mayChange
      .filter((row) => otherValueOf(row).border === undefined)
      .map((row) => change(row, otherValueOf(row).foreseen ? yearsLater : afterwards))
      .join(", ");
    const loaded = loadText(`${wholeScenario}policy: [${all}]\n`, { until: "2019-12-22" });
    expect(loaded.scenario?.parameters.later?.map(({ section }) => section)).toEqual(foreseen);
    expect(simulateBorder(loaded.scenario!.parameters, { seed: "dates", replication: 0 })).toEqual(run(""));
  });

  it.each(mayChange)("%s acts on its date, and not before", (row) => {
    const { also, border, foreseen, inert } = otherValueOf(row);
    const others = also === undefined ? [] : [also];
    const changed = run([change(row, changeOn), ...others].join(", "), border);
    if (inert !== undefined) {
      expect(changed.fingerprint).not.toBe(run([change(row, changeOn, inert), ...others].join(", ")).fingerprint);
      return;
    }
    const without = run(others.join(", "), border);
    expect(figures(changed)).not.toEqual(figures(without));
    if (foreseen) return;
    const week = (7 * without.daily.length) / days;
    expect(changed.daily.subarray(0, week)).toEqual(without.daily.subarray(0, week));
  });
});

it("a setting that the whole scenario lacks is given to it with its part, and acts", () => {
  const without = wholeScenario.replace(/^ +breakdown: .*\n/m, "");
  const { border, value } = otherValueOf("buses.*.breakdown.delay", without);
  expect(without).not.toContain("breakdown");
  expect([value, border]).toEqual(["9 h", expect.stringContaining("repair: 90 min")]);
  const fixed = otherValueOf("buses.*.to", wholeScenario.replace(/^ +to: .*\n/m, ""));
  expect(fixed).toEqual({ value: "north", border: expect.stringContaining("to: east") });
});

describe("a calendar of settings", () => {
  const laterOf = (settings: string) => {
    const loaded = loadText(head + settings);
    expect(messages(loaded)).toEqual([]);
    return loaded.scenario!.parameters;
  };

  it("holds from the local midnight of its place, of what has no place from the first on the border", () => {
    const { sectors, later, firstDay } = laterOf(`sectors:
  tucson: { custody: { limit: { before: 72 h, 2019-11-01: 48 h, 2019-11-15: 24 h } } }
  el-paso: { custody: { limit: { before: 72 h, 2019-11-01: 48 h, 2019-11-15: 24 h } } }
tryAgain: { most: { before: 2, 2019-11-15: 3 } }
`);
    const changesOf = (section: string, id = "") =>
      later!
        .filter((one) => one.section === section && (id === "" || sectors[one.index]!.id === id))
        .flatMap(({ settings }) =>
          settings.slice(1).map(({ from }) => from - 24 * (dayNumber("2019-11-01") - firstDay)),
        );
    // On 1 November the clocks of El Paso are six hours behind Greenwich, from the 3rd on seven; those of Tucson always seven.
    expect(changesOf("sectors", "el-paso")).toEqual([6, 14 * 24 + 7]);
    expect(changesOf("sectors", "tucson")).toEqual([7, 14 * 24 + 7]);
    // The first midnight is that of Texas.
    expect(changesOf("tryAgain")).toEqual([14 * 24 + 6]);
    const limits = later!.flatMap((one) =>
      one.section === "sectors" ? [one.settings.map(({ value }) => value.custody.limitHours)] : [],
    );
    expect(limits).toEqual([
      [72, 48, 24],
      [72, 48, 24],
    ]);
  });

  it("begins with what holds on the first date of the period", () => {
    const limit = "{ before: 96 h, 2018-05-01: 72 h, 2019-11-01: 48 h }";
    const { later, sectors } = laterOf(`sectors: { tucson: { custody: { limit: ${limit} } } }`);
    const tucson = sectors.findIndex(({ id }) => id === "tucson");
    expect(sectors[tucson]!.custody.limitHours).toBe(72);
    expect(later!.map(({ settings }) => settings.length)).toEqual([2]);
  });

  it("leaves no date where nothing changes, whatever its source", () => {
    const limit = "{ before: 72 h, 2019-11-15: { value: 72 h, source: assumption, range: [24 h, 96 h] } }";
    expect(laterOf(`sectors: { tucson: { custody: { limit: ${limit} } } }`).later).toBeUndefined();
  });

  it("has its values and sources listed, each at its date", () => {
    const value = "{ value: 48 h, source: assumption, range: [24 h, 96 h] }";
    const { scenario: loaded } = loadText(
      `${head}sectors: { tucson: { custody: { limit: { before: 72 h, 2019-11-15: ${value} } } } }`,
    );
    expect(loaded!.sourced.filter(({ path }) => path.startsWith("sectors.tucson.custody.limit"))).toEqual([
      expect.objectContaining({ path: "sectors.tucson.custody.limit.before", text: "72 h", grade: "unsourced" }),
      expect.objectContaining({ path: "sectors.tucson.custody.limit.2019-11-15", text: "48 h", range: "24 h to 96 h" }),
    ]);
  });

  it("of an entry of a list is set by its number", () => {
    const { later, sectors } = laterOf(
      "policy: [{ on: 2019-12-01, set: { sectors.laredo.pathways.0.points: { laredo: 3 h } } }]",
    );
    const laredo = sectors.findIndex(({ id }) => id === "laredo");
    const hours = later!.flatMap((one) =>
      one.section === "sectors" && one.index === laredo
        ? one.settings.map(({ value }) => value.pathways[0]!.points.map(({ travelHours }) => travelHours))
        : [],
    );
    expect(hours.at(-1)).toEqual([3]);
    expect(hours.length).toBe(2);
  });

  it("begins with what holds unless it is given", () => {
    const { later } = laterOf("policy: [{ on: 2019-12-01, set: { returnLimits.laredo.fit: skip } }]");
    expect(
      later!.flatMap((one) => (one.section === "returnLimits" ? one.settings.map(({ value }) => value.fit) : [])),
    ).toEqual(["block", "skip"]);
  });

  it.each([
    [
      "sectors: { tucson: { custody: { limit: { before: 72 h, 2019-12-01: 48 } } } }",
      "scenarios/x.yaml:4:56 sectors.tucson.custody.limit.2019-12-01 must have a unit (h, hour, hours, min, minutes, day, days, week or weeks) (got 48)",
    ],
    [
      "sectors: { tucson: { custody: { limit: { before: 72 h, 2019-11-31: 48 h } } } }",
      "scenarios/x.yaml:4:56 sectors.tucson.custody.limit.2019-11-31 must be a date that exists, written YYYY-MM-DD (got 2019-11-31)",
    ],
    [
      "returnPoints: { laredo: { court: { before: laredo, 2019-12-01: houston } } }",
      'scenarios/x.yaml:4:52 returnPoints.laredo.court.2019-12-01 must be a court that is defined (got "houston")',
    ],
    [
      "courts: { laredo: { absence: { choice: { before: 10 %, 2019-12-01: 99 % } } } }",
      "scenarios/x.yaml:4:21 courts.laredo.absence must sum to at most 100 %",
    ],
    [
      "policy: [{ on: 2019-12-01, set: { interviews.laredo.screeningError: 10 % } }]",
      "scenarios/x.yaml:4:35 interviews.laredo.screeningError must have a value before it changes: the scenario must give it, or a calendar with `before`",
    ],
  ])("%s", (text, expected) => {
    expect(messages(loadText(head + text))[0]).toContain(expected);
  });
});
