import type {
  BorderCatalogue,
  BorderParameters,
  LaterSettings,
  ReplicationResult,
  SectorParameters,
} from "@mpp-sim/border";
import { foldMeasures, type RunResult, runReplications, type Simulate } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";

/** Size of a made-up run. Nothing here is data: the figures only have the shape of a run of the model. */
export interface FakeSize {
  readonly days: number;
  readonly replications: number;
}

/** Name, unit, centre and half of the width over which replications spread; a NaN centre is a figure never defined. */
const figures: readonly (readonly [string, string, number, number])[] = [
  ["sector.tucson.arrivals", "persons", 14_812, 310],
  ["sector.tucson.arrivals.family", "persons", 4_306, 160],
  ["sector.tucson.enrolled", "persons", 3_402.5, 120],
  ["sector.tucson.interviewed", "persons", 640, 44],
  ["sector.tucson.claimed.never-interviewed", "persons", 12, 5],
  ["sector.tucson.at-risk", "persons", 31, 9],
  ["sector.tucson.returned.first", "persons", 2_604, 61],
  ["sector.tucson.released", "persons", 1_204, 150],
  ["sector.tucson.released.cause.nationality", "persons", 410, 40],
  ["sector.tucson.released.cause.exempt", "persons", 0, 0],
  ["sector.tucson.released.cause.at-risk", "persons", 22, 8],
  ["sector.tucson.released.cause.no-timetable", "persons", 3, 2],
  ["sector.tucson.released.cause.no-seat", "persons", 712, 90],
  ["sector.tucson.released.cause.time-limit", "persons", 0, 0],
  ["sector.tucson.exits.detention", "persons", 6_350, 220],
  ["sector.tucson.exits.removal", "persons", 3_980, 140],
  ["sector.tucson.exits.transfer", "persons", 920, 60],
  ["sector.tucson.custody.hours.median", "hours", 31.25, 1.5],
  ["sector.tucson.custody.hours.p95", "hours", 71.5, 0.4],
  ["sector.tucson.custody.over-limit.share", "share", 0.031, 0.008],
  ["sector.tucson.initial.custody", "persons", 250, 0],
  ["sector.tucson.custody.end", "persons", 466, 50],
  ["sector.tucson.under-way.end", "persons", 501, 50],
  ["sector.el-paso.released", "persons", 2_100, 90],
  ["sector.el-paso.custody.hours.median", "hours", 14.5, 1],
  ["sector.el-paso.custody.hours.p95", "hours", 40, 2],
  ["sector.el-paso.custody.over-limit.share", "share", 0, 0],
  ["sector.tucson.journey.hours.median", "hours", 44, 1.5],
  ["sector.tucson.journey.hours.p95", "hours", 96, 4],
  ["sector.tucson.journey.over-limit.share", "share", 0.124, 0.02],
  ["bus.tucson-el-paso.trips", "trips", 98, 1.2],
  ["bus.tucson-el-paso.boarded", "persons", 2_731, 66],
  ["bus.tucson-el-paso.load-factor", "share", 0.557, 0.01],
  ["bus.tucson-el-paso.wait.hours.median", "hours", 9.5, 0.6],
  ["bus.tucson-el-paso.miles", "miles", 31_066, 320],
  ["bus.tucson-el-paso.hours", "hours", 466, 6],
  ["bus.tucson-el-paso.person-hours", "person-hours", 12_972, 300],
  ["interview.el-paso.held", "persons", 930, 60],
  ["interview.el-paso.at-risk", "persons", 44, 10],
  ["limit.el-paso.days", "days", 100, 0],
  ["limit.el-paso.days-binding", "days", 12, 4],
  ["limit.el-paso.used.max-per-day", "persons", 200, 0],
  ["limit.el-paso.unused", "places", 11_204, 240],
  ["limit.el-paso.unused.no-fit", "places", 19, 6],
  ["city.ciudad-juarez.waiting.end", "persons", 9_120, 180],
  ["city.ciudad-juarez.outside-shelter.person-days", "person-days", 512_400, 9_000],
  ["city.ciudad-juarez.outside-shelter.declined.person-days", "person-days", 430_100, 8_000],
  ["court.el-paso.absent.notice.cases", "cases", 210, 20],
  ["court.el-paso.absent.choice.cases", "cases", 340, 24],
  ["court.el-paso.wait.days.median", "days", 74, 2],
  ["court.el-paso.pending.end", "persons", 8_800, 150],
  ["system.released", "persons", 30_510, 420],
  ["system.attempts.per-person", "attempts", 1, 0],
  ["system.families-split", "cases", 0, 0],
  ["system.balance", "persons", 0, 0],
  ["sector.tucson.enrolled.share", "share", 0.78, 0.02],
  ["hub.el-paso.own.waited", "person-hours", 20_500, 900],
  ["hub.el-paso.own.diverted", "persons", 14, 4],
  ["hub.el-paso.brought.waited", "person-hours", 31_200, 1_100],
  ["hub.el-paso.brought.diverted", "persons", 21, 5],
  ["limit.el-paso.unused.nobody-ready", "places", 11_185, 240],
  ["sector.tucson.returned.after-hearing", "persons", 870, 30],
  ["sector.tucson.custody.fullness.max", "times", 1.42, 0.2],
  ["sector.tucson.court-cases.filed", "persons", 2_644, 60],
  ["system.released.after-hearing", "persons", 45, 8],
];

/** Person-hours, persons, persons diverted, person-hours held. */
const waits: Record<string, readonly [number, number, number, number]> = {
  officer: [41_200, 2_100, 0, 45_000],
  seat: [38_400, 1_900, 712, 38_400],
  timetable: [22_950.5, 3_000, 3, 22_950.5],
  agent: [9_800, 14_000, 0, 9_800],
  "court-slot": [0, 0, 0, 0],
};

/** A run with plausible figures, always the same for the same size. */
export function fakeRun(size: FakeSize): RunResult {
  const catalogue = fakeCatalogue(size.days);
  const { replications } = size;
  const simulate: Simulate = (_, { replication }) => fakeReplication(catalogue, replication);
  const run = runReplications({
    parameters: fakeScenario.parameters,
    catalogue,
    seed: "tucson",
    replications,
    simulate,
  });
  return { ...run, fingerprint: "00c0ffee00c0ffee" };
}

/** The run with other values of one measure, one a replication; NaN for undefined. */
export function withMeasure(run: RunResult, name: string, values: readonly number[]): RunResult {
  const column = run.catalogue.measures.findIndex((measure) => measure.name === name);
  const replications = run.replications.map((replication, index) => ({
    ...replication,
    measures: replication.measures.with(column, values[index % values.length]!),
  }));
  return { ...run, replications, estimates: foldMeasures(run.catalogue, replications) };
}

function fakeCatalogue(days: number): BorderCatalogue {
  const series = (name: string, kind: "flow" | "stock") => ({
    name,
    unit: "persons",
    kind,
    description: `Series ${name}`,
  });
  return {
    measures: figures.map(([name, unit]) => ({ name, unit, description: `Definition of ${name}` })),
    series: [
      series("sector.tucson.released", "flow"),
      series("sector.tucson.custody", "stock"),
      series("system.released", "flow"),
    ],
    days: Array.from({ length: days }, (_, day) => isoDay(day)),
    blocked: ["tucson", "el-paso"].flatMap((sector) =>
      Object.keys(waits).map((constraint) => ({ sector, constraint })),
    ),
  };
}

function fakeReplication(catalogue: BorderCatalogue, replication: number): ReplicationResult {
  const next = uniforms(replication + 1);
  const around = (centre: number, spread: number): number => centre + (next() + next() - 1) * spread;
  const whole = (unit: string, value: number): number =>
    unit === "share" || unit === "hours" ? value : Math.round(value);
  const measures = Float64Array.from(figures, ([, unit, centre, spread]) => whole(unit, around(centre, spread)));
  const daily = catalogue.days.flatMap((_, day) => {
    const weekly = 1 + (day % 7 === 5 ? -0.4 : 0);
    const custody = 420 + 120 * Math.min(day / 40, 1) + around(0, 60);
    return [Math.round(around(12 * weekly, 9 * weekly)), custody, Math.round(around(305 * weekly, 60))];
  });
  const blocked = catalogue.blocked.flatMap(({ sector, constraint }) =>
    waits[constraint]!.map((value) => around(value, value / 12) * (sector === "tucson" ? 1 : 0.5)),
  );
  return {
    replication,
    status: "complete",
    message: "",
    fingerprint: "0123456789abcdef",
    events: 1000,
    measures,
    daily: Float64Array.from(daily),
    blocked: Float64Array.from(blocked),
  };
}

/** Numbers from 0 to 1, always the same for one seed (the generator of Park and Miller, 1988). */
function uniforms(seed: number): () => number {
  let state = (seed * 7919) % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function isoDay(day: number): string {
  return new Date(Date.UTC(2019, 10, 22 + day)).toISOString().slice(0, 10);
}

const parameters = {
  census: [],
  nationalities: [],
  firstDay: 18222,
  endDay: 18322,
  sectors: [
    {
      id: "tucson",
      custody: { limitHours: 72 },
      eligibility: {},
      pathways: [{ bus: 0, hub: 1, points: [{ point: 0, travelHours: 0 }] }],
    },
    { id: "el-paso", custody: { limitHours: 72 }, eligibility: {}, pathways: [] },
  ],
  buses: [{ id: "tucson-el-paso", from: 0, to: 1 }],
  interviewUnits: [{ id: "el-paso", serves: [1] }],
  returnPoints: [{ id: "paso-del-norte", sector: 1, city: 0, court: 0 }],
  returnLimits: [{ id: "el-paso", from: [], through: [0] }],
  cities: [{ id: "ciudad-juarez" }],
  courts: [{ id: "el-paso" }],
  scripted: [],
};

/** A scenario that fits the made-up run. A report reads names and links of its parameters, nothing else. */
export const fakeScenario: Scenario = {
  file: "scenarios/tucson-el-paso-bus.yaml",
  name: "Tucson to El Paso by bus",
  question: "Does one bus a day keep Tucson families in MPP rather than released?",
  notes: ["Made-up figures, for the tests of the report only: demand, custody and hearings here are nobody's."],
  period: { from: "2019-11-22", to: "2020-02-29" },
  experiment: { seed: "tucson", replications: 50, reference: "base" },
  set: [],
  variants: [],
  focus: { sector: "tucson", bus: "tucson-el-paso", limit: "el-paso" },
  parameters: parameters as unknown as BorderParameters,
  sources: [
    {
      id: "cbp-2019",
      title: "Apprehensions by sector & month",
      date: "2019-11-14",
      grade: "A",
      address: "https://example.org/cbp",
    },
    { id: "post", title: "The shuttle to El Paso", date: "2019-11-22", grade: "B", address: "" },
  ],
  factors: [],
  sourced: [
    {
      path: "sectors.tucson.arrivals.monthly",
      text: "data/sector-month.csv",
      source: "cbp-2019",
      grade: "A",
      range: "",
      note: "",
      origin: "southwest-border-2019.yaml:31",
    },
    {
      path: "buses.tucson-el-paso.distance",
      text: "317 mi",
      source: "post",
      grade: "B",
      range: "",
      note: "",
      origin: "tucson-el-paso-bus.yaml:12",
    },
    {
      path: "buses.tucson-el-paso.seats",
      text: "50 people",
      source: "assumption",
      grade: "assumption",
      range: "40 people to 56 people",
      note: "No source gives the seats; a motor coach has about fifty.",
      origin: "tucson-el-paso-bus.yaml:11",
    },
    {
      path: "interviews.el-paso.foundAtRisk",
      text: "5 %",
      source: "assumption",
      grade: "assumption",
      range: "1 % to 40 %",
      note: "",
      origin: "southwest-border-2019.yaml:212",
    },
  ],
  resolved: "mpp: 1\n",
  inputs: [{ file: "scenarios/tucson-el-paso-bus.yaml", text: "mpp: 1\n" }],
  warnings: [],
};

/** The same with a custody limit of 72 hours at first and of 24 from the second day on. */
export const datedLimit: Scenario = {
  ...fakeScenario,
  parameters: { ...fakeScenario.parameters, later: [limitOfTucson([0, 72], [24, 24])] },
};

function limitOfTucson(...limits: readonly (readonly [from: number, limitHours: number])[]): LaterSettings {
  const [tucson] = fakeScenario.parameters.sectors as [SectorParameters];
  return {
    section: "sectors",
    index: 0,
    settings: limits.map(([from, limitHours]) => ({
      from,
      value: { ...tucson, custody: { ...tucson.custody, limitHours } },
    })),
  };
}
