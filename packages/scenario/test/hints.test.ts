import { describe, expect, it } from "vitest";
import { head, loadText, messages, readerOf } from "./read-scenarios.ts";

const said = (text: string, options?: Parameters<typeof loadText>[1]): string[] => messages(loadText(text, options));
const set = (path: string, value: string): string[] => said(head, { set: [{ path, value }] });

describe("a fault of form is told in an analyst's words, and only the first", () => {
  it.each([
    [
      "a missing colon",
      "name x\nperiod: { from: a }",
      "2:1 must have a colon and a blank after the name of a setting, as in `name: value`",
    ],
    [
      "no blank after the colon",
      "name:x",
      "2:1 must have a colon and a blank after the name of a setting, as in `name: value`",
    ],
    ["a bracket that stays open", "a: [1, 2\nb: 3", "3:1 must be closed by ] before this line"],
    ["a brace that stays open", "a: { x: 1\nb: 3", "3:1 must be closed by } before this line"],
    [
      "a brace too many",
      "a: { x: 1 }}\nb: 3",
      "2:12 must not go on here: a bracket or a quote is closed too early, or there is one too many",
    ],
    ["a tab", "a:\n\tb: 1", "3:1 must be moved to the right by blanks (got a tab)"],
    ["a quote that stays open, where it opens", 'a: 1\nc: "x\nb: 3', "3:4 must close the quote that is opened here"],
    ["a line too far to the left", "a:\n  b: 1\n c: 2", "4:1 must begin in the same column as the settings beside it"],
    [
      "a colon in a text",
      "question: What: x",
      "2:11 must be put in quotes if it holds a colon and a blank; or the next line begins too far to the right",
    ],
    ["a reserved sign", "a: @x", "2:4 must be put in quotes if it begins with @"],
    ["a missing comma", "a: { x: 1 y: 2 }", "2:9 must have a comma between settings, as in `{ a: 1, b: 2 }`"],
    ["a comment too near", "b: [x,#c\n]", "2:7 must have a blank before #, or be put in quotes"],
    [
      "a second text",
      'a: "daily"    "x"',
      "2:15 must not go on here: a bracket or a quote is closed too early, or there is one too many",
    ],
  ])("%s", (_, text, expected) => {
    expect(said(`mpp: 1\n${text}\n`)).toEqual([`scenarios/x.yaml:${expected}`]);
  });
});

describe("a key that nobody knows is told at its place, once, wherever it stands", () => {
  it.each([
    [
      "below defaults of a variant",
      "variants: { half: { defaults: { sctors: { arrivals: { scale: 0.5 } } } } }",
      ['4:33 variants.half.defaults.sctors is not a known setting (did you mean "sectors"?)'],
    ],
    [
      "below defaults of places there are none of",
      "defaults: { usShelters: { bedz: 5 people } }",
      ['4:27 defaults.usShelters.bedz is not a known setting (did you mean "beds"?)'],
    ],
    [
      "in futures, and by path",
      "policy: [{ on: 2020-01-06, branch: { a: { probability: 50 %, set: { courts.laredo.roms: 3 } }, b: { probability: 50 %, polcy: [] } } }]",
      [
        '4:69 policy[0].branch.a.set.courts.laredo.roms is not a known setting (did you mean "courts.laredo.rooms"?)',
        '4:120 policy[0].branch.b.polcy is not a known setting (did you mean "policy"?)',
      ],
    ],
    [
      "in a long form",
      "returnLimits: { el-paso: { limit: { vlaue: 2/day, source: assumption, range: [1/day, 2/day] } } }",
      ['4:37 returnLimits.el-paso.limit.vlaue is not a known setting (did you mean "value"?)'],
    ],
    [
      "a long form without a source",
      "returnLimits: { el-paso: { limit: { value: 2/day } } }",
      ["4:35 returnLimits.el-paso.limit.source must be given: the id of one that is listed, or assumption"],
    ],
    [
      "a date of a calendar",
      "returnLimits: { el-paso: { limit: { befor: 1/day, 2019-6-13: 5/day, 2109-01-01: 3/day } } }",
      [
        '4:37 returnLimits.el-paso.limit.befor must be a date that exists, written YYYY-MM-DD (got "befor") (did you mean "before"?)',
        '4:51 returnLimits.el-paso.limit.2019-6-13 must be a date that exists, written YYYY-MM-DD (got 2019-6-13) (did you mean "2019-06-13"?)',
        "4:69 returnLimits.el-paso.limit.2109-01-01 must be a date from 1950 to 2099 (got 2109-01-01)",
      ],
    ],
    ["one for many", "bus: {}", ['4:1 bus is not a known setting (did you mean "buses"?)']],
    [
      "a comma in a figure",
      "sectors: { tucson: { custody: { limit: 4,75 h } } }",
      [
        "4:33 sectors.tucson.custody.limit must have a unit (h, hour, hours, min, minutes, day, days, week or weeks) (got 4)",
        "4:42 sectors.tucson.custody.75 h is not a known setting: a comma within { } parts settings; decimals have a point",
      ],
    ],
    [
      "a merge",
      "cities: { tijuana: { <<: { onward: 5 % } } }",
      [
        "4:22 cities.tijuana.<< must not be used: give what places share under `defaults`, or repeat a whole value by its anchor (a: *b)",
      ],
    ],
    [
      "a merge into a value, a mix and a calendar, without what is then missing",
      "interviews: { el-paso: { claim: { <<: { value: 5 % }, source: assumption, range: [1 %, 40 %] } } }\ncities: { tijuana: { leaves: { to: { <<: { home: 20 % }, elsewhere: 80 % } } } }\nreturnLimits: { el-paso: { limit: { before: 1/day, <<: { 2019-06-13: 2/day } } } }",
      ["4:35 interviews.el-paso.claim", "5:38 cities.tijuana.leaves.to", "6:52 returnLimits.el-paso.limit"].map(
        (at) =>
          `${at}.<< must not be used: give what places share under \`defaults\`, or repeat a whole value by its anchor (a: *b)`,
      ),
    ],
    [
      "a reason that a comma parts",
      "interviews: { el-paso: { claim: { value: 5 %, source: assumption, range: { notVaried: a, b and c } } } }",
      ["4:76 interviews.el-paso.claim.range.notVaried must be put in quotes if it holds a comma (got a, b and c)"],
    ],
    [
      "a name in a range, which a factor may take",
      "tryAgain: { through: { value: { default: { tucson: 50 } }, source: assumption, range: { few: { default: { tucson: 5, el-centvro: 5 } }, many: { default: { tucson: 1 } } } } }",
      [
        '4:118 tryAgain.through.range.few.default.el-centvro must be a sector that is defined (got "el-centvro") (did you mean "el-centro"?)',
      ],
    ],
    [
      "hours of the day, and a date with a letter",
      "sectors: { tucson: { arrivals: { hours: { 0m-06: 30, 06-24: 20 } } } }\nreturnLimits: { el-paso: { limit: { 2019-08r01: 5/day } } }",
      [
        "4:43 sectors.tucson.arrivals.hours.0m-06 must be hours that go on where the last ended, at 0, for example 00-06",
        '5:37 returnLimits.el-paso.limit.2019-08r01 must be a date that exists, written YYYY-MM-DD (got 2019-08r01) (did you mean "2019-08-01"?)',
      ],
    ],
    [
      "a code of which the capitals tell which is meant",
      "sectors: { tucson: { fallback: { family: { vEX: { release: 100 % } } } } }",
      [
        '4:44 sectors.tucson.fallback.family.vEX must be a nationality that is listed (got "vEX") (did you mean "MEX"?)',
      ],
    ],
    [
      "a deed of the policy, without what a later one then follows",
      "policy: [{ on: 2019-12-01, suspeng: returns }, { on: 2020-01-01, resume: returns }]",
      ['4:28 policy[0].suspeng is not a known setting (did you mean "suspend"?)'],
    ],
    [
      "the key of a reason",
      "interviews: { el-paso: { claim: { value: 5 %, source: assumption, range: { notaVried: why } } } }",
      ['4:76 interviews.el-paso.claim.range.notaVried is not known (did you mean "notVaried"?)'],
    ],
    [
      "a word that may stand among nationalities",
      "sectors: { tucson: { fallback: { family: { defualt: { release: 100 % } } } } }",
      [
        '4:44 sectors.tucson.fallback.family.defualt must be a nationality that is listed (got "defualt") (did you mean "default"?)',
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(said(head + text)).toEqual(expected.map((line) => `scenarios/x.yaml:${line}`));
  });
  it("a misspelt extends, without all that is then missing", () => {
    const policy = "policy: [{ on: 2019-12-01, set: { buses.tucson-el-paso.fleet: 2 } }]";
    expect(said(`mpp: 1\nextend: ./southwest-border-2019.yaml\nfocus: { sector: tucson }\n${policy}`)).toEqual([
      'scenarios/x.yaml:2:1 extend is not a known setting (did you mean "extends"?)',
    ]);
  });
  it("a section that is no map, without all that then names nothing", () => {
    expect(said(`${head}sectors: [tucson]`)).toEqual([
      "scenarios/x.yaml:4:1 sectors must be a map of settings (got a list)",
    ]);
    expect(said(`${head}cities:`)).toEqual(["scenarios/x.yaml:4:1 cities must be a map of settings (got nothing)"]);
  });
  it("all that a new place lacks", () => {
    const known = "(defined: san-ysidro, calexico, paso-del-norte, laredo, brownsville, eagle-pass)";
    expect(said(`${head}returnPoints: { sasabe: {} }`)).toEqual([
      "scenarios/x.yaml:4:17 warning: returnPoints.sasabe is a return point that no sector's pathway leads to",
      `scenarios/x.yaml:4:17 returnPoints.sasabe is not in the base and not complete in itself: sector, city, court must be given, for example \`sector: san-diego, city: tijuana, court: san-diego\` ${known}`,
    ]);
  });
  it("all that a new return point needs, at once, and lines with which it holds", () => {
    const point = "returnPoints: { columbus: { sector: el-paso, city: palomas, court: el-paso } }\n";
    const [unused = "", city = "", ...others] = said(head + point);
    expect(others).toEqual([]);
    expect(unused).toMatch(/^scenarios\/x\.yaml:4:17 warning: .* give sectors\.el-paso `(.*)`$/);
    expect(city).toMatch(/^scenarios\/x\.yaml:4:46 .*\(got "palomas"\).* be added to cities: `(.*)`$/);
    const lines = (message: string): string => /`(.*)`/.exec(message)?.[1] ?? "";
    const mended = `${head}${point}cities: { ${lines(city)} }\nsectors: { el-paso: { ${lines(unused)} } }\n`;
    expect(said(mended)).toEqual([]);
  });
  it("what a place of a kind that there is none of lacks", () => {
    expect(said(`${head}buses: { own: { seats: 40 } }`)).toEqual([
      "scenarios/x.yaml:4:10 buses.own is not in the base and not complete in itself: from, to, fleet, departs, distance, drive must be given, for example `from: …, to: …, fleet: …, departs: daily at 08:00, distance: 317 mi, drive: 72 h` (none is defined)",
    ]);
  });
  it("a name whose slip is where it is defined, there and once", () => {
    const base = readerOf().read("scenarios/southwest-border-2019.yaml") as { readonly text: string };
    const misspelt = (from: string | RegExp, to: string): string[] => messages(loadText(base.text.replace(from, to)));
    expect(misspelt("\n  el-paso:\n    timeZone", "\n  el-pso:\n    timeZone")).toEqual([
      expect.stringMatching(
        /^scenarios\/x\.yaml:\d+:3 sectors\.el-pso is named in no places, and "el-paso", which is not defined, in \d+ places \(did you mean "el-paso"\?\)$/,
      ),
    ]);
    expect(
      misspelt(
        "[GTM, HND, SLV, NIC, ECU, CUB, VEN, PER, HTI, BRA",
        "[GTM, HND, SVL, NIC, ECU, CUB, VEN, PER, HTI, BRA",
      ),
    ).toEqual([
      expect.stringMatching(/:19:27 nationalities\[2\] is named in no places, and "SLV", .* \(did you mean "SLV"\?\)$/),
    ]);
    // A court and a source that are named once: either may be the slip.
    expect(misspelt("\n  brownsville:\n    timeZone", "\n  brownsvile:\n    timeZone")).toEqual([
      expect.stringMatching(
        /^scenarios\/x\.yaml:\d+:3 courts\.brownsvile is named in no places, and "brownsville", which is not defined, at scenarios\/x\.yaml:\d+ \(did you mean "brownsville", or is that the slip\?\)$/,
      ),
    ]);
    expect(misspelt("source: cbs-2019-09 }", "source: cbs-209-09 }")).toEqual([
      expect.stringMatching(
        / sources\.cbs-2019-09 is named in no places, and "cbs-209-09", .* \(did you mean "cbs-209-09", or is that the slip\?\)$/,
      ),
    ]);
    // One use that differs is the slip itself.
    expect(misspelt("court: laredo, opened", "court: lardo, opened")).toEqual([
      expect.stringMatching(/court must be a court that is defined \(got "lardo"\) \(did you mean "laredo"\?\)$/),
    ]);
  });
});

describe("what is set from outside", () => {
  const path = "must name a setting by its path, for example sectors.tucson.custody.capacity";
  it("is told at --set", () => {
    expect(set("sectors.tucson.custdy.capacity", "5 people")).toEqual([
      '--set sectors.tucson.custdy is not a known setting (did you mean "custody"?)',
    ]);
    expect(set("pathways.1.points", "x")).toEqual(["--set pathways is not a known setting"]);
    expect(set("interviews.el-centro.serves.7", "tucson")).toEqual([
      "--set interviews.el-centro.serves.7 must name an entry of interviews.el-centro.serves by its number, from 0 to 2, which adds one (got 7)",
    ]);
  });
  it("reaches entries of lists by number, the next one too", () => {
    expect(set("interviews.el-centro.serves.0", "tucsn")).toEqual([
      '--set interviews.el-centro.serves[0] must be a sector that is defined (got "tucsn") (did you mean "tucson"?)',
    ]);
    expect(set("interviews.el-centro.serves.2", "nowhere")[0]).toMatch(
      /^--set interviews\.el-centro\.serves\[2\] must be a sector/,
    );
    expect(set("focus.measures.0", "sector.tucson.relesed")).toEqual([
      expect.stringMatching(
        /^--set focus\.measures\[0\] must be a measure .*\(did you mean "sector\.tucson\.released"\?\)$/,
      ),
    ]);
  });
  it.each(["", "a..b", "sources.__proto__.x", Array(21).fill("a").join(".")])(
    "has a path that can be: not %s",
    (given) => {
      expect(set(given, "1")).toEqual([`--set ${path} (got ${JSON.stringify(given)})`]);
    },
  );
  it("and not one of twenty thousand steps", () => {
    const [message = ""] = set(Array(20_000).fill("a").join("."), "1");
    expect(message.startsWith(`--set ${path} (got "a.a.`)).toBe(true);
    expect(message.length).toBeLessThan(300);
  });
});

describe("what may be meant otherwise is warned of", () => {
  it("a sentence that a comma parts, a policy that is emptied, a variant named almost as the base", () => {
    const policy =
      "mpp: 1\nname: y\nextends: ./southwest-border-2019.yaml\npolicy: [{ on: 2020-01-06, close: laredo }]\n";
    const text =
      "mpp: 1\nname: x\nextends: ./y.yaml\nnotes: [Beds are known, as of October, Two]\npolicy: []\nvariants: { basee: {} }\n";
    expect(messages(loadText(text, {}, { "scenarios/y.yaml": policy }))).toEqual([
      'scenarios/x.yaml:4:25 warning: notes[1] is a note of its own, for a comma parts it from the one before: put a sentence with a comma in quotes (got "as of October")',
      "scenarios/x.yaml:5:1 warning: policy changes nothing: what the base changes on dates stays; another change of the same setting undoes one",
      'scenarios/x.yaml:6:13 warning: variants.basee is a variant of its own (did you mean "base"?)',
    ]);
    expect(said(`${head}policy: []\nnotes: []`)).toEqual([
      "scenarios/x.yaml:4:1 warning: policy changes nothing: what the base changes on dates stays; another change of the same setting undoes one",
      "scenarios/x.yaml:5:1 warning: notes takes nothing away: the notes of the base stay",
    ]);
  });
});
