import { exponential, fixed } from "@mpp-sim/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  always,
  type BorderParameters,
  type CourtParameters,
  describeBorder,
  dispositions,
  type InteriorCourtParameters,
} from "../src/index.ts";
import {
  all,
  arrivals,
  border,
  changing,
  city,
  court,
  familyOf,
  group,
  interior,
  many,
  moment,
  nationalities,
  onFoot,
  returnPoint,
  sector,
  single,
  startOn,
  usShelter,
} from "./parameters.ts";
import { knobs, randomBorder } from "./random-border.ts";
import { counted, type Run, run, runChecked, stepping } from "./run.ts";

// 10 July 2019 is a Wednesday.
const start = startOn("2019-07-10");
const { denver } = start;
const at = (local: string): number => moment(denver, `2019-07-${local}`);
const weekdays = { days: 0b0011111, from: 8, to: 16 };

/** Caught in El Paso and released at once, unless a mix of dispositions says otherwise. */
function released(given: {
  readonly days: number;
  readonly court: Partial<InteriorCourtParameters>;
  readonly scripted: BorderParameters["scripted"];
  readonly mix?: readonly number[];
}): BorderParameters {
  const same = nationalities.map(() => always(given.mix ?? all("release")));
  return border(start, given.days, {
    sectors: [
      sector("el-paso", {
        zone: denver,
        fallback: { mix: [same, same, same], hours: dispositions.map(() => fixed(0)) },
      }),
    ],
    interior: interior({ zone: denver, ...given.court }),
    scripted: given.scripted,
  });
}

/** The same people, returned to Ciudad Juarez and heard in El Paso under the programme. */
function returned(given: {
  readonly days: number;
  readonly court: Partial<CourtParameters>;
  readonly scripted: BorderParameters["scripted"];
}): BorderParameters {
  return border(start, given.days, {
    sectors: [sector("el-paso", { zone: denver, pathways: [onFoot(0, 0)] })],
    returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver, ...given.court })],
    scripted: given.scripted,
  });
}

/** Figures of the two courts under one name each. */
const courtOf = ({ measure }: Run, which: "court" | "interior") => ({
  of: (...names: readonly string[]): number[] => names.map((name) => measure(`${which}.el-paso.${name}`)),
});

describe("M11 whoever is released has a date in a court of the interior", () => {
  it("the lead after the release, on a day it sits; those removed have none", () => {
    // Released on Wednesday the 10th: two days on is Friday the 12th. The next hearing is three days after, on Monday the 15th.
    const scripted = [group(at("10 12:00"), 0, [familyOf(4), single()])];
    const dates = { lead: fixed(48), nextLead: fixed(72), hours: weekdays };
    const until = (days: number, more: Partial<InteriorCourtParameters> = {}) =>
      courtOf(run(released({ days, court: { ...dates, ...more }, scripted })), "interior");
    expect(until(2).of("summoned", "heard", "pending.end")).toEqual([5, 0, 5]);
    expect(until(3).of("heard", "heard.cases", "pending.end", "ended.closed")).toEqual([5, 2, 0, 5]);
    expect(until(3).of("wait.days.median")).toEqual([2]);
    const chain = { outcome: [1, 0, 0, 0] };
    expect(until(5, chain).of("heard", "pending.end")).toEqual([5, 5]);
    expect(until(6, chain).of("heard", "pending.end")).toEqual([10, 5]);
    const removed = run(released({ days: 3, court: dates, scripted, mix: all("removal") }));
    expect(removed.measure("system.interior.summoned")).toBe(0);
  });

  it("as many a day as there are slots, if slots are a constraint, from the date on which there are any", () => {
    const slots = changing(0, [at("13 00:00"), 2]);
    const parameters = (days: number) =>
      released({ days, court: { lead: fixed(24), slots }, scripted: [group(at("10 12:00"), 0, many(5))] });
    const heard = [3, 4, 5, 6].map((days) => run(parameters(days)).measure("system.interior.heard.cases"));
    expect(heard).toEqual([0, 2, 4, 5]);
    const never = run(
      released({ days: 5, court: { slots: always(0) }, scripted: [group(at("10 12:00"), 0, many(5))] }),
    );
    expect(courtOf(never, "interior").of("pending.end", "heard")).toEqual([5, 0]);
    expect(never.measure("interior.el-paso.wait.days.median")).toBeNaN();
  });

  it("reports who is due after the end as unfinished, and keeps nothing else of them", () => {
    const parameters = released({
      days: 3,
      court: { lead: fixed(60 * 24) },
      scripted: [
        group(
          at("10 12:00"),
          0,
          many(7, () => familyOf(2)),
        ),
      ],
    });
    const model = runChecked(parameters);
    expect(model.view.interior!.released.live).toBe(0);
    expect(model.ground.cases.live).toBe(0);
    const { measure } = run(parameters);
    expect(measure("system.interior.pending.end")).toBe(14);
    expect(measure("system.interior.pending.end.cases")).toBe(7);
    expect(measure("system.interior.wait.days.median")).toBe(60);
    expect(measure("system.interior.absent.share")).toBeNaN();
  });

  it("keeps as many as wait for a hearing, not as many as were ever released", () => {
    const given = { days: 40, court: { lead: fixed(24) }, scripted: [] };
    const parameters = released(given);
    const busy: BorderParameters = {
      ...parameters,
      sectors: [{ ...parameters.sectors[0]!, arrivals: [arrivals(denver, 40, 60)] }],
    };
    const { model, until } = stepping(busy);
    let most = 0;
    for (let hour = 6; hour <= model.horizon; hour += 6) {
      until(hour);
      most = Math.max(most, model.view.interior!.released.live);
    }
    expect(counted(model, "released", 0)).toBeGreaterThan(2_000);
    // Each waits for the day after the release: those of less than two days are held at once.
    expect(most).toBeGreaterThan(60);
    expect(most).toBeLessThan(180);
  });
});

describe("M17 few who lose and stay are removed", () => {
  const people = [group(at("10 12:00"), 0, [...many(300, () => familyOf(2)), ...many(100)])];
  const figures = (ran: Run, which: "court" | "interior") =>
    courtOf(ran, which).of("lost", "lost.removed", "lost.stayed", "ended.denied", "ended.in-absentia");
  const inside = (removed: InteriorCourtParameters["removed"], more: Partial<InteriorCourtParameters> = {}) =>
    run(
      released({
        days: 9,
        court: { lead: fixed(24), outcome: [0, 0.2, 0.8, 0], ...(removed && { removed }), ...more },
        scripted: people,
      }),
    );

  it("of people released: of those denied and of those absent for good a share is removed, and the others stay on", () => {
    const absent = { absentChoice: 1 };
    expect(figures(inside(always(0), absent), "interior")).toEqual([700, 0, 700, 0, 700]);
    expect(figures(inside(always(1), absent), "interior")).toEqual([700, 700, 0, 0, 700]);
    const [lost = 0, removed = 0, stayed = 0, denied] = figures(inside(always(0.1)), "interior");
    expect([lost, removed + stayed]).toEqual([denied, denied]);
    // About 320 cases lose; 3.29 standard deviations of persons in them, of a size of 1 or 2, are some 33.
    expect(Math.abs(removed - 0.1 * lost)).toBeLessThan(33);
    expect(removed).toBeGreaterThan(0);
  });

  it("by the share of the moment, and nothing else changes or is counted where there is none", () => {
    // Denied on the 11th at 08:00.
    const only = { outcome: [0, 0, 1, 0] };
    expect(figures(inside(changing(0, [at("11 00:00"), 1]), only), "interior").slice(0, 3)).toEqual([700, 700, 0]);
    expect(figures(inside(changing(0, [at("12 00:00"), 1]), only), "interior").slice(0, 3)).toEqual([700, 0, 700]);
    const [without, some] = [inside(undefined), inside(always(0.5))];
    expect([some.result.fingerprint, some.result.daily]).toEqual([without.result.fingerprint, without.result.daily]);
    expect(() => without.measure("interior.el-paso.lost")).toThrow(/must be in the catalogue/);
  });

  it("of people returned: of those denied; who is absent is in Mexico, and stays on", () => {
    const programme = (removed: number, more: Partial<CourtParameters>) =>
      figures(
        run(returned({ days: 9, court: { leadDays: 1, removed: always(removed), ...more }, scripted: people })),
        "court",
      );
    expect(programme(1, { outcome: [0, 0, 1, 0] })).toEqual([700, 700, 0, 700, 0]);
    expect(programme(0, { outcome: [0, 0, 1, 0] })).toEqual([700, 0, 700, 700, 0]);
    expect(programme(1, { absentChoice: 1 })).toEqual([700, 0, 700, 0, 700]);
  });
});

describe("M16 absence, with two causes, apart for those returned and for those released", () => {
  it("whoever was never told gets another date, once", () => {
    const people = [group(at("10 12:00"), 0, [familyOf(2), single()])];
    const absent = (absentNotice: number, absentChoice: number) =>
      courtOf(
        run(
          released({
            days: 9,
            court: { lead: fixed(24), nextLead: fixed(48), absentNotice, absentChoice },
            scripted: people,
          }),
        ),
        "interior",
      ).of("absent.notice.cases", "absent.choice.cases", "never-told", "ended.in-absentia", "heard", "pending.end");
    expect(absent(1, 0)).toEqual([4, 0, 3, 3, 0, 0]);
    expect(absent(0, 1)).toEqual([0, 2, 0, 3, 0, 0]);
    expect(absent(0, 0)).toEqual([0, 0, 0, 0, 3, 0]);
  });

  it("the shares of one court do not touch the other", () => {
    const both = (inMexico: number, inside: number) => {
      const half = nationalities.map(() => always(all("release")));
      const { measure } = run(
        border(start, 9, {
          ...returned({ days: 9, court: { leadDays: 1, absentChoice: inMexico }, scripted: [] }),
          sectors: [
            sector("el-paso", {
              zone: denver,
              pathways: [onFoot(0, 0)],
              fallback: { mix: [half, half, half], hours: dispositions.map(() => fixed(0)) },
            }),
          ],
          interior: interior({ zone: denver, lead: fixed(24), absentChoice: inside }),
          scripted: [group(at("10 12:00"), 0, [...many(3), ...many(4, () => single({ nationality: 1 }))])],
        }),
      );
      return [measure("court.el-paso.absent.choice.cases"), measure("system.interior.absent.choice.cases")];
    };
    expect(both(1, 0)).toEqual([3, 0]);
    expect(both(0, 1)).toEqual([0, 4]);
  });
});

describe("the docket with absences agrees with a hand calculation", () => {
  // Five cases on Wednesday the 10th at noon; two slots a day, Monday to Friday; first date two days on, the next three days on.
  // Nobody is ever told:
  //   Friday 12     1 and 2 miss it, and may have another from Monday 15 on, which is full: 1 on the 16th, 2 on the 17th
  //   Monday 15     3 and 4 miss it: both on Thursday 18
  //   Tuesday 16    5 misses it: Friday 19; 1 misses its second: in absentia
  //   Wednesday 17  2: in absentia
  //   Thursday 18   3 and 4: in absentia
  //   Friday 19     5: in absentia
  const five = [group(at("10 12:00"), 0, many(5))];
  const worked = [
    // Period to the end of, dates missed, cases in absentia, cases that still wait.
    [11, 0, 0, 5],
    [12, 2, 0, 5],
    [15, 4, 0, 5],
    [16, 6, 1, 4],
    [17, 7, 2, 3],
    [18, 9, 4, 1],
    [19, 10, 5, 0],
  ] as const;
  const figures = ["absent.notice.cases", "ended.in-absentia", "pending.end.cases"];

  it.each(worked)("day by day, to the %ith: of those returned", (last, ...expected) => {
    const rules = { slotsPerRoom: always(2), hours: weekdays, leadDays: 2, nextLeadDays: 3, absentNotice: 1 };
    expect(courtOf(run(returned({ days: last - 9, court: rules, scripted: five })), "court").of(...figures)).toEqual(
      expected,
    );
  });

  it.each(worked)("day by day, to the %ith: of those released", (last, ...expected) => {
    const rules = { slots: always(2), hours: weekdays, lead: fixed(48), nextLead: fixed(72), absentNotice: 1 };
    expect(courtOf(run(released({ days: last - 9, court: rules, scripted: five })), "interior").of(...figures)).toEqual(
      expected,
    );
  });

  // By the chain of hearings, from its first step. A date is missed for want of notice with p = 0.2, by choice with q = 0.1, and held
  // with r = 0.7, after which another follows with c = 0.5; so a state is left for good with 1 - rc = 0.65 a date. After a first
  // failure of notice (state B, otherwise A) a second ends the case.
  //   never told      p / 0.65                                            = 0.307692
  //   notice failed   p (1 + 0.307692) / 0.65                             = 0.402367
  //   chosen          in B: q / 0.65 = 0.153846;  (q + 0.153846 p) / 0.65 = 0.201183
  //   in absentia     in B: (p + q) / 0.65 = 0.461538; (q + 0.461538 p) / 0.65 = 0.295858
  //   held            in B: r / 0.65 = 1.076923;  (r + 1.076923 p) / 0.65 = 1.408284
  // Standard deviations a case: never told 0.4615, in absentia 0.4564; the counts below 0.7 and 1.3 at most, as each date adds one
  // with the chance that the case goes on.
  const n = 4_000;
  const chain = [
    ["never-told", 0.307692, 0.4615],
    ["absent.notice.cases", 0.402367, 0.7],
    ["absent.choice.cases", 0.201183, 0.4009],
    ["ended.in-absentia", 0.295858, 0.4564],
    ["heard.cases", 1.408284, 1.3],
  ] as const;
  const shares = { absentNotice: 0.2, absentChoice: 0.1, outcome: [0.5, 0, 0.5, 0] };
  const crowd = [group(at("10 12:00"), 0, many(n))];

  it("in the mean over a chain of hearings: of those returned, and of those released", () => {
    const inMexico = returned({ days: 45, court: { leadDays: 1, nextLeadDays: 1, ...shares }, scripted: crowd });
    const inside = released({ days: 45, court: { lead: fixed(24), nextLead: fixed(24), ...shares }, scripted: crowd });
    for (const court of [courtOf(run(inMexico), "court"), courtOf(run(inside), "interior")]) {
      for (const [what, mean, deviation] of chain) {
        const [counted] = court.of(what);
        expect(Math.abs(counted! - n * mean), what).toBeLessThan(3.29 * deviation * Math.sqrt(n));
      }
      const [denied, absentia, pending] = court.of("ended.denied", "ended.in-absentia", "pending.end");
      expect([denied! + absentia!, pending]).toEqual([n, 0]);
    }
  });
});

describe("what follows a release changes nothing before it", () => {
  it("has everyone accounted for, and every other figure as without it, in random scenarios", () => {
    fc.assert(
      fc.property(knobs, (given) => {
        const off = randomBorder(given);
        const zone = off.sectors[0]!.zone;
        const on: BorderParameters = {
          ...off,
          interior: interior({
            zone,
            slots: always(2),
            lead: exponential(60),
            nextLead: exponential(60),
            absentNotice: 0.3,
            absentChoice: 0.2,
            outcome: [0.4, 0.2, 0.2, 0.2],
          }),
          usShelters: [usShelter("casa-alitas", { sector: 0, beds: always(3) })],
        };
        const [without, withIt] = [run(off), run(on)];
        for (const { name } of describeBorder(off).measures)
          expect(withIt.measure(name), name).toEqual(without.measure(name));
        const ended = ["in-absentia", "granted", "denied", "closed"].map((how) =>
          withIt.measure(`system.interior.ended.${how}`),
        );
        expect(ended.reduce((sum, persons) => sum + persons, withIt.measure("system.interior.pending.end"))).toBe(
          withIt.measure("system.interior.summoned"),
        );
        expect(withIt.measure("system.interior.summoned")).toBe(
          without.measure("system.released") + without.measure("system.released.after-hearing"),
        );
        const bySector = off.sectors.map(({ id }) => withIt.measure(`interior.${id}.heard`));
        expect(bySector.reduce((sum, persons) => sum + persons, 0)).toBe(withIt.measure("system.interior.heard"));
      }),
      { seed: 20191122, numRuns: 25 },
    );
  });

  it("is not there unless it is asked for", () => {
    const names = describeBorder(randomBorder(fc.sample(knobs, { seed: 1, numRuns: 1 })[0]!)).measures.map(
      ({ name }) => name,
    );
    expect(names.filter((name) => /interior|shelter\.us/.test(name))).toEqual([]);
  });
});
