import { LocalCalendar } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import type { Scenario } from "../src/index.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const branch = (futures: string, more = "") => `policy:\n  - { on: 2020-01-06, ${more}branch: { ${futures} } }\n`;
const two = "stay: { probability: 65 % }, injunction: { probability: 35 %, suspend: returns }";

/** Each what a file holds and its exact messages. The branch is on line 5. */
const faults: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "probabilities that are not all there is",
    branch("a: { probability: 35 % }, b: { probability: 60 % }"),
    ["scenarios/x.yaml:5:23 policy[0].branch must have probabilities that sum to 100 % (got 35 % + 60 % = 95 %)"],
  ],
  [
    "one future only",
    branch("a: { probability: 100 % }"),
    ["scenarios/x.yaml:5:23 policy[0].branch must have two futures or more (got 1)"],
  ],
  [
    "no map",
    "policy: [{ on: 2020-01-06, branch: [a] }]",
    ["scenarios/x.yaml:4:28 policy[0].branch must be a map of settings (got a list)"],
  ],
  [
    "probabilities that are none",
    branch("a: { probability: 35 }, b: {}"),
    [
      "scenarios/x.yaml:5:38 policy[0].branch.a.probability must have a unit (%) (got 35)",
      "scenarios/x.yaml:5:57 policy[0].branch.b.probability must be a share from 0 % to 100 % (got nothing)",
    ],
  ],
  [
    "an unknown setting, and a place that is not defined",
    branch("a: { probability: 35 %, opn: x }, b: { probability: 65 %, close: lardo }"),
    [
      'scenarios/x.yaml:5:57 policy[0].branch.a.opn is not a known setting (did you mean "open"?)',
      'scenarios/x.yaml:5:91 policy[0].branch.b.close must be a return point that is defined (got "lardo") (did you mean "laredo"?)',
    ],
  ],
  [
    "a change beside the futures",
    branch(two, "suspend: returns, "),
    ["scenarios/x.yaml:5:23 policy[0].suspend must be written in a future, or in an entry of its own without a branch"],
  ],
  [
    "the name of all futures together",
    branch("mixture: { probability: 35 % }, b: { probability: 65 % }"),
    ["scenarios/x.yaml:5:33 policy[0].branch.mixture must have another name: mixture stands for all futures together"],
  ],
  [
    "the name of the scenario as written",
    branch("base: { probability: 35 % }, b: { probability: 65 % }"),
    ["scenarios/x.yaml:5:33 policy[0].branch.base must have another name: base stands for the scenario as written"],
  ],
  [
    "a later change that comes before the branch",
    branch(`${two}, late: { probability: 0 %, policy: [{ on: 2019-12-01, resume: returns }] }`),
    [
      "scenarios/x.yaml:5:156 policy[0].branch.late.policy[0].on must not be before its branch, 2020-01-06 (got 2019-12-01)",
    ],
  ],
  [
    "variants besides",
    `${branch(two)}variants: { a: { policy: [{ on: 2020-01-01, branch: {} }] } }`,
    [
      "scenarios/x.yaml:5:23 policy[0].branch must not be written together with variants: put each policy into a file of its own",
      "scenarios/x.yaml:6:45 variants.a.policy[0].branch must not be written together with variants: put each policy into a file of its own",
    ],
  ],
  [
    "a date outside the period",
    "policy: [{ on: 2030-01-06, branch: { a: { probability: 35 % }, b: { probability: 65 % } } }]",
    ["scenarios/x.yaml:4:12 policy[0].on must be a date in the period, 2018-10-01 to 2020-02-29 (got 2030-01-06)"],
  ],
  [
    "a reference that is no future",
    `${branch(two)}experiment: { reference: injuncton }`,
    [
      'scenarios/x.yaml:6:15 experiment.reference must be a future that is defined (got "injuncton") (did you mean "injunction"?)',
    ],
  ],
  [
    "more futures than a day has time for",
    `policy:\n${Array.from({ length: 7 }, (_, day) => `  - { on: 2020-01-0${day + 1}, branch: { a: { probability: 50 % }, b: { probability: 50 % } } }\n`).join("")}`,
    ["scenarios/x.yaml:4:1 policy must lead to at most 100 futures (got 128)"],
  ],
];

function load(text: string): Scenario {
  const loaded = loadText(`${head}${text.trimEnd()}\nperiod: { from: 2019-12-20, to: 2020-02-29 }\nstart: empty\n`);
  expect(messages(loaded)).toEqual([]);
  return loaded.scenario!;
}

/** Dates from which a return point opens or shuts. */
const changes = ({ parameters }: Pick<Scenario, "parameters">) =>
  parameters.returnPoints.find(({ id }) => id === "laredo")!.open;

describe("branches that do not hold together say so at their place", () => {
  it.each(faults)("%s", (_, text, expected) => {
    const loaded = loadText(head + text);
    expect(messages(loaded)).toEqual(expected);
    expect(loaded.scenario).toBeUndefined();
  });
});

describe("M22: futures of a policy", () => {
  it("M22 part from what is known before them, each with its probability; the first is what the others are compared with", () => {
    const scenario = load(branch(two, "because: hypothetical, "));
    expect(scenario.variants.map(({ scenario: _, past, ...future }) => ({ ...future, past: past!.length }))).toEqual([
      { name: "stay", label: "stay (65 %)", because: "hypothetical", probability: 0.65, past: 1 },
      { name: "injunction", label: "injunction (35 %)", because: "hypothetical", probability: 0.35, past: 1 },
    ]);
    expect(scenario.experiment.reference).toBe("stay");
    const [stay, injunction] = scenario.variants;
    expect(stay!.past![0]).toBe(injunction!.past![0]);
    expect(stay!.past![0]!.parameters).toBe(scenario.parameters);
    expect(changes(injunction!.scenario)).toHaveLength(changes(scenario).length + 1);
    expect(changes(stay!.scenario)).toEqual(changes(scenario));
    // The first midnight of the date on the border, in Texas at UTC-6.
    const { zone } = scenario.parameters.returnPoints.find(({ id }) => id === "laredo")!;
    expect(zone.name).toBe("America/Chicago");
    const { firstDay } = scenario.parameters;
    expect(stay!.past![0]!.until).toBe(24 * (new LocalCalendar(zone).dayOf(stay!.past![0]!.until) - firstDay) + 6);
    expect(changes(injunction!.scenario).at(-1)!.from).toBe(stay!.past![0]!.until);
  });

  it("M22 are what the same entry of a policy without a branch is", () => {
    const { variants } = load(branch(two));
    const alone = load("policy: [{ on: 2020-01-06, suspend: returns }]");
    expect(JSON.stringify(variants[1]!.scenario.parameters)).toBe(JSON.stringify(alone.parameters));
  });

  it("M22 may part again, on a later date or within one of them: a tree with shared stretches", () => {
    const inner =
      "appeal: { probability: 25 %, resume: returns }, final: { probability: 75 %, label: for good, because: no appeal }";
    const scenario = load(
      `${branch(`stay: { probability: 60 % }, injunction: { probability: 40 %, suspend: returns, policy: [{ on: 2020-02-03, branch: { ${inner} } }] }`)}experiment: { reference: injunction/final }\n`,
    );
    expect(
      scenario.variants.map(({ name, label, probability, because }) => [name, label, probability, because]),
    ).toEqual([
      ["stay", "stay (60 %)", 0.6, ""],
      ["injunction/appeal", "injunction, appeal (10 %)", 0.1, ""],
      ["injunction/final", "injunction, for good (30 %)", 0.3, "no appeal"],
    ]);
    expect(scenario.experiment.reference).toBe("injunction/final");
    const [stay, appeal, final] = scenario.variants.map(({ past }) => past!);
    expect([stay!.length, appeal!.length, final!.length]).toEqual([1, 2, 2]);
    expect(appeal![0]).toBe(stay![0]);
    expect(final![1]).toBe(appeal![1]);
    // Until the second ruling all that is known of the first is in it.
    expect(changes(appeal![1]!)).toHaveLength(changes(scenario).length + 1);
    expect(appeal![1]!.until - appeal![0]!.until).toBe(28 * 24);
    const later = load(
      "policy:\n  - { on: 2020-02-03, branch: { a: { probability: 50 % }, b: { probability: 50 %, close: laredo } } }\n  - { on: 2020-01-06, branch: { c: { probability: 50 % }, d: { probability: 50 % } } }\n",
    );
    expect(later.variants.map(({ name }) => name)).toEqual(["c/a", "c/b", "d/a", "d/b"]);
  });

  it("part before anything that one of them changes, also in a court of people released that lies east of all other places", () => {
    const set = "interior.lead: 10 days";
    const futures = `a: { probability: 50 % }, b: { probability: 50 %, set: { ${set} } }`;
    const interior = `interior: { timeZone: America/New_York, sits: mon-fri, hours: '08:00-16:00', lead: 90 days, nextLead: 90 days,
  absence: { notice: 10 %, choice: 20 % }, outcomes: { granted: 50 %, denied: 50 % } }`;
    const [, b] = load(`${branch(futures)}${interior}\n`).variants;
    const court = b!.scenario.parameters.later!.find(({ section }) => section === "interior")!;
    expect(b!.past![0]!.until).toBe(court.settings.at(-1)!.from);
  });

  it("M22 follow an announcement by its lag", () => {
    const text =
      "policy: [{ announced: 2019-12-30, lag: 7 days, branch: { a: { probability: 50 % }, b: { probability: 50 %, suspend: returns } } }]";
    expect(load(text).variants[1]!.past).toEqual([
      expect.objectContaining({ until: load(branch(two)).variants[0]!.past![0]!.until }),
    ]);
  });

  it("M22 follow announcements of their own, and say where one of their entries is wrong", () => {
    const later = (entry: string) =>
      branch(`a: { probability: 50 % }, b: { probability: 50 %, policy: [{ ${entry} }] }`);
    const laredo = (entry: string) =>
      load(later(entry)).variants[1]!.scenario.parameters.returnPoints.find(({ id }) => id === "laredo")!.open;
    expect(laredo("announced: 2020-01-10, lag: 7 days, close: laredo")).toEqual(
      laredo("on: 2020-01-17, close: laredo"),
    );
    expect(messages(loadText(`${head}${later("on: 2020-01-17, clse: laredo")}`))).toEqual([
      expect.stringMatching(
        /policy\[0\]\.branch\.b\.policy\[0\]\.clse is not a known setting \(did you mean "close"\?\)$/,
      ),
    ]);
  });

  it("may change something on the very day of their branch, and not on the day before", () => {
    const from = (date: string) =>
      messages(
        loadText(
          `${head}${branch(`a: { probability: 50 % }, b: { probability: 50 %, policy: [{ on: ${date}, close: laredo }] }`)}`,
        ),
      );
    expect(from("2020-01-06")).toEqual([]);
    expect(from("2020-01-05")).toEqual([
      expect.stringMatching(/must not be before its branch, 2020-01-06 \(got 2020-01-05\)$/),
    ]);
  });

  it.each(["close: laredo", "on: soon, close: laredo"])(
    "say once that an entry of theirs lacks its date: %s",
    (entry) => {
      const text = branch(`a: { probability: 50 % }, b: { probability: 50 %, policy: [{ ${entry} }] }`);
      expect(messages(loadText(head + text))).toEqual([
        expect.stringMatching(/policy\[0\]\.branch\.b\.policy\[0\]\.on must be a date that exists/),
      ]);
    },
  );

  it("name the sources of their probabilities and of what they change", () => {
    const { sourced } = load(
      branch(
        "a: { probability: { value: 35 %, source: assumption, range: [10 %, 80 %] } }, b: { probability: 65 %, set: { returnLimits.el-paso.limit: { value: 50/day, source: assumption, range: [10/day, 90/day] } } }",
      ),
    );
    const here = sourced.filter(({ origin }) => origin === "scenarios/x.yaml:5").map(({ path, text }) => [path, text]);
    expect(here).toContainEqual(["policy[0].branch.a.probability", "35 %"]);
    expect(here).toContainEqual(["futures.b.returnLimits.el-paso.limit.2020-01-06", "50/day"]);
  });

  it("a period that is shortened from outside to end before them leaves the scenario without futures", () => {
    const loaded = loadText(`${head}${branch(two)}experiment: { reference: stay }\n`, { until: "2019-12-31" });
    expect(messages(loaded)).toEqual([
      "scenarios/x.yaml:5:7 warning: policy[0].on must be a date in the period, 2018-10-01 to 2019-12-31 (got 2020-01-06): what changes after it has no effect",
    ]);
    expect(loaded.scenario!.variants).toEqual([]);
  });

  it.each([
    ["from outside", branch(two), { from: "2020-01-07", set: [{ path: "start", value: "empty" }] }, "x.yaml:5:7"],
    [
      "by an extending file",
      "extends: ./y.yaml\nperiod: { from: 2020-01-07, to: 2020-02-29 }\nstart: empty\n",
      {},
      "y.yaml:5:7",
    ],
  ])("a period that begins after them, set %s, is refused", (_, text, options, place) => {
    const loaded = loadText(text.startsWith("extends") ? `mpp: 1\nname: x\n${text}` : `${head}${text}`, options, {
      "scenarios/y.yaml": `${head}${branch(two)}`,
    });
    expect(messages(loaded)).toEqual([
      `scenarios/${place} policy[0].on must be a date in the period, 2020-01-07 to 2020-02-29 (got 2020-01-06): a run that begins after its futures have parted cannot tell which of them it is in`,
    ]);
  });

  it("may stop a bus line in one of them alone", () => {
    const coach =
      "buses: { coach: { from: tucson, to: el-paso, seats: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi, drive: 5 h } }\n";
    const stopped =
      "policy: [{ on: 2020-01-06, branch: { runs: { probability: 50 % }, stands: { probability: 50 %, stop: coach } } }]";
    const inService = load(`${coach}${stopped}`).variants.map(({ scenario }) =>
      scenario.parameters.buses[0]!.inService.map(({ value }) => value),
    );
    expect(inService).toEqual([[true], [true, false]]);
  });

  it("are shown as written", () => {
    expect(load(branch(two)).resolved).toMatch(/branch:\n +stay:\n +probability: 65 %.*\n +injunction:\n/);
  });
});
