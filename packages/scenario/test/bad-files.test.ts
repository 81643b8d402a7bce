import { describe, expect, it } from "vitest";
import { distributionForms } from "../src/index.ts";
import { anyOf } from "../src/text/words.ts";
import { head, loadText, messages } from "./read-scenarios.ts";

const bus = (from: string, to: string) =>
  `buses: { coach: { from: ${from}, to: ${to}, seats: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi, drive: 5 h } }\n`;

/** As a message lists distributions. */
const distributionsBut = (...others: readonly string[]): string =>
  anyOf(distributionForms.map(({ name }) => name).filter((name) => !others.includes(name)));

/** Each a file and its exact messages. Lines 1 to 3 are the head. */
const onBase: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a time of departure named twice",
    bus("tucson", "el-paso").replace("08:00", "08:00 and 8:00"),
    ['scenarios/x.yaml:4:67 buses.coach.departs must name each time of departure once (got "daily at 08:00 and 8:00")'],
  ],
  [
    "an adult of several persons",
    "sectors: { tucson: { arrivals: { scripted: { g: { on: 2019-12-03, at: '08:00', counted: on-top, cases: [{ category: single-adult, nationality: GTM, size: 3 people }] } } } } }",
    [
      "scenarios/x.yaml:4:149 sectors.tucson.arrivals.scripted.g.cases[0].size must be 1 person of an adult or a child alone (got 3 people)",
    ],
  ],
  [
    "a bare number where a unit is needed",
    "sectors: { tucson: { custody: { capacity: 700 } } }",
    ["scenarios/x.yaml:4:33 sectors.tucson.custody.capacity must have a unit (people, persons or person) (got 700)"],
  ],
  [
    "a misspelt setting",
    "sectors: { el-paso: { custody: { capacty: 700 people } } }",
    ['scenarios/x.yaml:4:34 sectors.el-paso.custody.capacty is not a known setting (did you mean "capacity"?)'],
  ],
  [
    "a misspelt setting that must be given: said once",
    "buses: { b: { from: tucson, to: el-paso, seets: 50, fleet: 1, departs: daily at 08:00, distance: 317 mi, drive: 5 h } }",
    ['scenarios/x.yaml:4:42 buses.b.seets is not a known setting (did you mean "seats"?)'],
  ],
  [
    "a negative number",
    "sectors: { tucson: { processing: { agents: -3 } } }",
    ["scenarios/x.yaml:4:36 sectors.tucson.processing.agents must be a whole number from 0 (got -3)"],
  ],
  [
    "an impossible share",
    "interviews: { el-paso: { claim: 130 % } }",
    ["scenarios/x.yaml:4:26 interviews.el-paso.claim must be a share from 0 % to 100 % (got 130 %)"],
  ],
  [
    "a wrong word",
    "returnLimits: { del-rio: { fit: skp } }",
    ['scenarios/x.yaml:4:28 returnLimits.del-rio.fit must be block or skip (got "skp") (did you mean "skip"?)'],
  ],
  [
    "a map where a value is meant",
    "sectors: { tucson: { timeZone: { a: b } } }",
    [
      "scenarios/x.yaml:4:22 sectors.tucson.timeZone must be an IANA time zone, for example America/Phoenix (got a map)",
    ],
  ],
  [
    "a value where a map is meant",
    "sectors: { tucson: { custody: 7 } }",
    ["scenarios/x.yaml:4:22 sectors.tucson.custody must be a map of settings (got 7)"],
  ],
  [
    "a place that is not defined",
    "sectors: { tucson: { pathways: [{ bus: night-bus, points: { laredo: 0 h } }] } }",
    [
      'scenarios/x.yaml:4:35 sectors.tucson.pathways[0].bus must be a bus line that is defined (got "night-bus") (none is defined)',
    ],
  ],
  [
    "places in the long form, one of which is not defined",
    "sectors: { laredo: { pathways: [{ points: { value: { laredo: 0 h, lardo: 2 h }, source: trac-2019-08-26 } }] } }\nreturnPoints: { laredo: { court: { value: houston, source: trac-2019-08-26 } } }",
    [
      'scenarios/x.yaml:4:67 sectors.laredo.pathways[0].points.value.lardo must be a return point that is defined (got "lardo") (did you mean "laredo"?)',
      'scenarios/x.yaml:5:36 returnPoints.laredo.court.value must be a court that is defined (got "houston") (defined: san-diego, el-paso, laredo, brownsville), or be added to courts: `houston: { timeZone: America/Los_Angeles, rooms: 6, slots: 40 cases/day, lead: 60 days }`',
    ],
  ],
  [
    "a bus that a pathway of another sector boards",
    `${bus("yuma", "el-paso")}sectors: { tucson: { pathways: [{ bus: coach, points: { paso-del-norte: 0 h } }] } }`,
    ["scenarios/x.yaml:5:35 sectors.tucson.pathways[0].bus must be a line from tucson (got coach, which is from yuma)"],
  ],
  [
    "a bus from a sector to the same",
    bus("tucson", "tucson"),
    ["scenarios/x.yaml:4:33 buses.coach.to must be another sector than the one the line is from (got tucson)"],
  ],
  [
    "a misspelt place",
    "sectors: { tucsn: { custody: { capacity: 5 people } } }",
    [
      'scenarios/x.yaml:4:12 sectors.tucsn is not in the base and not complete in itself: timeZone must be given (did you mean "tucson"?)',
    ],
  ],
  [
    "a name with capitals",
    "cities: { Nogales: { timeZone: America/Phoenix, shelters: { beds: 5 people, acceptance: 5 % } } }",
    [
      "scenarios/x.yaml:4:11 cities.Nogales must be named in small letters, digits and hyphens, for example ciudad-juarez",
    ],
  ],
  [
    "kinds of exemption that are more than everybody",
    "sectors: { tucson: { eligibility: { exempt: { kinds: { family: { underOne: 60 %, pregnant: 50 % } } } } } }",
    ["scenarios/x.yaml:4:56 sectors.tucson.eligibility.exempt.kinds.family must sum to at most 100 %"],
  ],
  [
    "kinds of exemption that are returned, and not told apart",
    "sectors: { tucson: { eligibility: { exempt: { returned: [underOne] } } } }",
    [
      "scenarios/x.yaml:4:47 sectors.tucson.eligibility.exempt.returned must name kinds of exemption that are given, under `kinds` (got none)",
    ],
  ],
  [
    "an assumption without a range",
    "returnLimits: { el-paso: { limit: { value: 5/day, source: assumption } } }",
    ["scenarios/x.yaml:4:28 returnLimits.el-paso.limit must have a range, because it is an assumption (got none)"],
  ],
  [
    "a value outside its own range",
    "returnLimits: { el-paso: { limit: { value: 5/day, source: assumption, range: [10/day, 20/day] } } }",
    ["scenarios/x.yaml:4:71 returnLimits.el-paso.limit.range must hold the value itself (got 10/day to 20/day)"],
  ],
  [
    "a source that is not listed",
    "returnLimits: { el-paso: { limit: { value: 5/day, source: reuters-2019-06-15 } } }",
    [
      'scenarios/x.yaml:4:51 returnLimits.el-paso.limit.source must be a source that is listed, or assumption (got "reuters-2019-06-15") (did you mean "reuters-2019-06-14"?)',
    ],
  ],
  [
    "a date that does not exist",
    "period: { from: 2019-02-30 }",
    ["scenarios/x.yaml:4:11 period.from must be a date that exists, written YYYY-MM-DD (got 2019-02-30)"],
  ],
  [
    "a period that runs backwards",
    "period: { from: 2020-01-02, to: 2020-01-01 }",
    ["scenarios/x.yaml:4:29 period.to must not be before the first date, 2020-01-02 (got 2020-01-01)"],
  ],
  [
    "a change that starts before it was announced",
    "policy: [{ announced: 2019-12-02, on: 2019-12-01, close: laredo }]",
    ["scenarios/x.yaml:4:12 policy[0].announced must not be after the start, 2019-12-01 (got 2019-12-02)"],
  ],
  [
    "a lag that leads elsewhere",
    "policy: [{ announced: 2019-12-01, lag: 3 days, on: 2019-12-09, close: laredo }]",
    ["scenarios/x.yaml:4:35 policy[0].lag must lead from the announcement to the start, 2019-12-09, or be left out"],
  ],
  [
    "a lag after nothing",
    "policy: [{ lag: 3 days, on: 2019-12-09, close: laredo }]",
    ["scenarios/x.yaml:4:12 policy[0].lag must follow a date on which the change was announced"],
  ],
  [
    "a change outside the period",
    "policy: [{ on: 2021-01-01, close: laredo }]",
    ["scenarios/x.yaml:4:12 policy[0].on must be a date in the period, 2018-10-01 to 2020-02-29 (got 2021-01-01)"],
  ],
  [
    "a change of something that cannot change",
    "policy: [{ on: 2020-01-01, set: { sectors.tucson.arrivals.beyond: none } }]",
    [
      "scenarios/x.yaml:4:35 sectors.tucson.arrivals.beyond must stay the same over the period: is about months after the last; `scale` changes on dates (got a change on 2020-01-01)",
    ],
  ],
  [
    "a change of a link",
    "policy: [{ on: 2019-12-01, set: { returnPoints.laredo.city: tijuana } }]",
    [
      "scenarios/x.yaml:4:35 returnPoints.laredo.city must stay the same over the period: a link: people who wait across would be elsewhere at once (got a change on 2019-12-01)",
    ],
  ],
  [
    "a calendar of something that cannot change",
    "sectors: { tucson: { arrivals: { beyond: { before: none, 2019-12-01: last-month } } } }",
    [
      "scenarios/x.yaml:4:34 sectors.tucson.arrivals.beyond must stay the same over the period: is about months after the last; `scale` changes on dates (got a calendar of dates)",
    ],
  ],
  [
    "a change on a date that does not exist: said once, where it is written",
    "policy: [{ on: 2019-13-01, close: laredo, set: { returnLimits.laredo.limit: 5/day } }]",
    ["scenarios/x.yaml:4:12 policy[0].on must be a date that exists, written YYYY-MM-DD (got 2019-13-01)"],
  ],
  [
    "shares that do not sum to 100 %",
    "cities: { tijuana: { leaves: { to: { home: 50 %, elsewhere: 20 % } } } }",
    ["scenarios/x.yaml:4:32 cities.tijuana.leaves.to must have shares that sum to 100 % (got 70 %)"],
  ],
  [
    "a distribution that does not exist",
    "sectors: { tucson: { processing: { time: { family: { lognorml: { mean: 2 h, cv: 1 } } } } } }",
    [
      `scenarios/x.yaml:4:54 sectors.tucson.processing.time.family.lognorml must be a distribution: ${distributionsBut("poisson", "binomial", "negativeBinomial")} (did you mean "lognormal"?)`,
    ],
  ],
  [
    "a distribution that cannot be",
    "sectors: { tucson: { processing: { time: { family: { triangular: { low: 2 h, mode: 1 h, high: 3 h } } } } } }",
    [
      "scenarios/x.yaml:4:54 sectors.tucson.processing.time.family.triangular low, mode, high must ascend (got 2, 1, 3)",
    ],
  ],
  [
    "families of fractions",
    "sectors: { tucson: { arrivals: { categories: { family: { size: { uniform: { low: 2 people, high: 3 people } } } } } } }",
    [
      "scenarios/x.yaml:4:66 sectors.tucson.arrivals.categories.family.size.uniform must be a distribution of whole numbers: geometric, poisson, binomial, negativeBinomial, discrete, mixture or truncated",
    ],
  ],
  [
    "hours that end before they begin",
    "returnPoints: { laredo: { hours: 16:00-08:00 } }",
    [
      "scenarios/x.yaml:4:27 returnPoints.laredo.hours must be hours of the day from earlier to later, for example mon-fri 08:00-16:00 (got 16:00-08:00)",
    ],
  ],
  [
    "a limit through two time zones",
    "returnLimits: { el-paso: { through: [paso-del-norte, laredo] } }",
    [
      "scenarios/x.yaml:4:28 returnLimits.el-paso.through must name return points of one time zone, because its day ends at one midnight (got America/Denver and America/Chicago)",
    ],
  ],
  [
    "a table without the sector",
    "sectors: { tucson: { arrivals: { rows: Tuson } } }",
    [
      'scenarios/x.yaml:4:34 sectors.tucson.arrivals.rows must be a sector of the table (got "Tuson") (did you mean "Tucson"?)',
    ],
  ],
  [
    "a table that is not there",
    "sectors: { tucson: { arrivals: { table: data/no.csv } } }",
    [
      "scenarios/x.yaml:4:34 sectors.tucson.arrivals.table must name a table that can be read: scenarios/data/no.csv does not exist",
    ],
  ],
  [
    "more large groups than people",
    "sectors: { yuma: { arrivals: { large: { category: family, rate: 9/day, persons: 100 people } } } }",
    [
      "scenarios/x.yaml:4:32 sectors.yuma.arrivals.large must expect no more persons a day in large groups than cross in all (got 900 of 13 on the quietest day, 2019-10-01): the rate of large groups may change on dates, for example { before: 1/month, 2019-10-01: 0/month }",
    ],
  ],
  [
    "a billion arrivals",
    "sectors: { tucson: { arrivals: { categories: { family: { persons: 1000000000/day } } } } }",
    ["scenarios/x.yaml:4:1 sectors must expect at most 200000000 arrivals over the period (got 517000997267)"],
  ],
  [
    "a nationality that is not listed",
    "sectors: { tucson: { eligibility: { returnable: [GTM, HDN] } } }",
    [
      'scenarios/x.yaml:4:55 sectors.tucson.eligibility.returnable[1] must be a nationality that is listed (got "HDN") (did you mean "HND"?)',
    ],
  ],
  [
    "a factor on a nationality that is not listed",
    "sectors: { tucson: { arrivals: { categories: { family: { nationality: { scale: { GTN: 2 } } } } } } }",
    [
      'scenarios/x.yaml:4:82 sectors.tucson.arrivals.categories.family.nationality.scale.GTN must be a nationality that is listed (got "GTN") (did you mean "GTM"?)',
    ],
  ],
  [
    "factors that leave nobody",
    "sectors: { tucson: { arrivals: { categories: { family: { nationality: { weights: { HND: 1 }, scale: { HND: { before: 1, 2019-11-01: 0 } } } } } } } }",
    [
      "scenarios/x.yaml:4:94 sectors.tucson.arrivals.categories.family.nationality.scale must leave somebody on every date (got factors of 0 for all)",
    ],
  ],
  [
    "a mix outside its own range",
    "sectors: { tucson: { arrivals: { categories: { family: { nationality: { weights: { value: { GTM: 3, HND: 1 }, source: assumption, range: [{ GTM: 1, HND: 4 }, { GTM: 6, HND: 4 }] } } } } } } }",
    [
      "scenarios/x.yaml:4:131 sectors.tucson.arrivals.categories.family.nationality.weights.range must hold the share of GTM itself, 75 % (got 20 % to 60 %)",
    ],
  ],
  [
    "a range of a mix that is none",
    "cities: { tijuana: { leaves: { to: { value: { home: 50 %, elsewhere: 50 % }, source: assumption, range: [{ home: 20 %, elsewhere: 60 % }, { home: 100 % }] } } } }",
    ["scenarios/x.yaml:4:106 cities.tijuana.leaves.to.range[0] must have shares that sum to 100 % (got 80 %)"],
  ],
  [
    "five mistakes",
    "sectors:\n  tucson: { custody: { capacity: 700 }, capacty: 5 }\nreturnLimits: { del-rio: { fit: skp, through: [eagle-pas] } }\ninterviews: { el-paso: { claim: 130 % } }",
    [
      "scenarios/x.yaml:5:24 sectors.tucson.custody.capacity must have a unit (people, persons or person) (got 700)",
      "scenarios/x.yaml:5:41 sectors.tucson.capacty is not a known setting",
      'scenarios/x.yaml:6:28 returnLimits.del-rio.fit must be block or skip (got "skp") (did you mean "skip"?)',
      'scenarios/x.yaml:6:48 returnLimits.del-rio.through[0] must be a return point that is defined (got "eagle-pas") (did you mean "eagle-pass"?)',
      "scenarios/x.yaml:7:26 interviews.el-paso.claim must be a share from 0 % to 100 % (got 130 %)",
    ],
  ],
];

/** Whole files. */
const alone: readonly (readonly [string, string, readonly string[]])[] = [
  ["an empty file", "", ["scenarios/x.yaml must not be empty"]],
  ["a list", "- a\n- b\n", ["scenarios/x.yaml must be a map of settings, for example `mpp: 1`"]],
  [
    "a base that is not there",
    "mpp: 1\nextends: ./nothing.yaml\n",
    ["scenarios/x.yaml:2:1 extends must name a scenario that can be read: scenarios/nothing.yaml does not exist"],
  ],
  [
    "a file that builds on itself",
    "mpp: 1\nextends: ./x.yaml\n",
    ["scenarios/x.yaml:2:1 extends must not lead back to a scenario that builds on it (got ./x.yaml)"],
  ],
  [
    "a key twice",
    "mpp: 1\nname: a\nname: b\nextends: ./southwest-border-2019.yaml\n",
    ["scenarios/x.yaml:3:1 name is written twice (first on line 2)"],
  ],
  [
    "a forbidden key",
    "mpp: 1\nname: a\n__proto__: { x: 1 }\nextends: ./southwest-border-2019.yaml\n",
    ["scenarios/x.yaml:3:1 __proto__ is not allowed as a key"],
  ],
  [
    "a tag",
    "mpp: 1\nname: !!js/function a\nextends: ./southwest-border-2019.yaml\n",
    ["scenarios/x.yaml:2:7 must not have a tag: unresolved tag: tag:yaml.org,2002:js/function"],
  ],
  ["two documents", "mpp: 1\n---\nmpp: 1\n", ["scenarios/x.yaml:2:1 must hold one document (got several)"]],
  [
    "another version of the format",
    "mpp: 2\nname: a\nextends: ./southwest-border-2019.yaml\n",
    ["scenarios/x.yaml:1:1 mpp must be 1 (got 2)"],
  ],
];

describe("a scenario that does not hold together says so, each fault at its place", () => {
  it.each(onBase)("%s", (_, text, expected) => {
    const loaded = loadText(head + text);
    expect(messages(loaded)).toEqual(expected);
    expect(loaded.scenario).toBeUndefined();
  });
  it.each(alone)("%s", (_, text, expected) => {
    const loaded = loadText(text);
    expect(messages(loaded)).toEqual(expected);
    expect(loaded.scenario).toBeUndefined();
  });
});

it("a nationality that a table counts twice is told where the second stands", () => {
  const table =
    "place,month,category,nationality,count\ntucson,2019-10,family,GTM,7\ntucson,2019-10,family,GTM,8\ntucson,2019-11,family,GTM,9\n";
  const text = `${head}sectors: { tucson: { arrivals: { categories: { family: { nationality: { table: ./twice.csv, rows: [tucson] } } } } } }\n`;
  expect(messages(loadText(text, {}, { "scenarios/twice.csv": table }))).toEqual([
    "scenarios/twice.csv:3:1 must count each place, month, category and nationality once (got GTM again)",
  ]);
});
