import { describe, expect, it } from "vitest";
import { head, loadText, messages } from "./read-scenarios.ts";

const interior = (more: string): string =>
  `${head}interior: { timeZone: America/Denver, sits: mon-fri, hours: 08:00-16:00, lead: 30 days, nextLead: 60 days, absence: { notice: 10 %, choice: 20 % }, outcomes: { continued: 50 %, closed: 50 % }${more} }`;
const shelter = (settings: string): string => `${head}usShelters: { ${settings} }`;
const casaAlitas = "casa-alitas: { sector: tucson, beds: 180 people, stay: 60 h }";

describe("people released in the United States", () => {
  it("are followed no further in the base", () => {
    const { parameters } = loadText(head).scenario!;
    expect([parameters.interior, parameters.usShelters]).toEqual([undefined, undefined]);
  });

  it("have a court with as many slots as it takes, unless their number is given", () => {
    const { interior: court } = loadText(interior("")).scenario!.parameters;
    expect(court!.slots).toEqual([{ from: Number.NEGATIVE_INFINITY, value: Number.POSITIVE_INFINITY }]);
    expect([court!.lead.mean, court!.nextLead.mean, court!.absentNotice, court!.absentChoice]).toEqual([
      720, 1440, 0.1, 0.2,
    ]);
    expect([court!.outcome, court!.hours.days]).toEqual([[0.5, 0, 0, 0.5], 0b0011111]);
    expect(loadText(interior(", slots: 40 cases/day")).scenario!.parameters.interior!.slots[0]!.value).toBe(40);
  });

  it("are heard on no date on which their court has no slots, as the warning of a suspension says", () => {
    const slots = "slots: { before: 1000000 cases/day, 2020-01-06: 0 cases/day, 2020-02-03: 1000000 cases/day }";
    const { slots: given } = loadText(interior(`, ${slots}`)).scenario!.parameters.interior!;
    expect(given.map(({ value }) => value)).toEqual([1e6, 0, 1e6]);
  });

  it("have a shelter in their sector, to which all come unless a share is given", () => {
    const { sectors, usShelters } = loadText(shelter(casaAlitas)).scenario!.parameters;
    expect(usShelters).toMatchObject([
      { id: "casa-alitas", share: 1, sector: sectors.findIndex(({ id }) => id === "tucson") },
    ]);
    expect(usShelters![0]!.beds[0]!.value).toBe(180);
    expect(usShelters![0]!.initial).toBe(0);
    const some = loadText(shelter(casaAlitas.replace("beds", "initial: 45 people, beds"))).scenario!.parameters;
    expect(some.usShelters![0]!.initial).toBe(45);
  });

  it.each([
    [
      interior("").replace("choice: 20 %", "choice: 95 %"),
      ["scenarios/x.yaml:4:108 interior.absence must sum to at most 100 %"],
    ],
    [
      shelter("casa-alitas: { sector: tuscon, beds: 180 people, stay: 60 h }"),
      [
        'scenarios/x.yaml:4:30 usShelters.casa-alitas.sector must be a sector that is defined (got "tuscon") (did you mean "tucson"?)',
      ],
    ],
    [
      shelter(`${casaAlitas}, monastery: { sector: tucson, beds: 190 people, stay: 60 h }`),
      [
        "scenarios/x.yaml:4:91 usShelters.monastery.sector must be a sector without another shelter (got tucson, which has casa-alitas)",
      ],
    ],
    [
      shelter(casaAlitas.replace("beds", "initial: 100001 people, beds")),
      ["scenarios/x.yaml:4:46 usShelters.casa-alitas.initial must be at most 100000 people (got 100001)"],
    ],
    [
      `${interior("")}\npolicy: [{ on: 2020-01-06, suspend: hearings }, { on: 2020-02-03, resume: hearings }]`,
      [
        "scenarios/x.yaml:5:28 warning: policy[0].suspend stops the courts of the programme alone: hearings of people released go on; interior.slots must be { before: 1000000 cases/day, 2020-01-06: 0 cases/day } to stop these (got hearings)",
      ],
    ],
  ])("%s", (text, expected) => {
    expect(messages(loadText(text))).toEqual(expected);
  });
});

describe("interviews after a hearing", () => {
  const shares = (text: string) =>
    loadText(text).scenario!.parameters.interviewUnits.find(({ id }) => id === "el-paso")!.afterHearing;

  it("are not held in the base, and can be by one unit, with shares that may change on dates", () => {
    expect(shares(head)).toBeUndefined();
    const given = shares(
      `${head}interviews: { el-paso: { afterHearing: { claim: { before: 10 %, 2019-12-01: 20 % }, foundAtRisk: 5 % } } }`,
    )!;
    expect(given.claim.map(({ value }) => value)).toEqual([0.1, 0.2]);
    expect(given.foundAtRisk.map(({ value }) => value)).toEqual([0.05]);
  });

  it("need both shares", () => {
    expect(messages(loadText(`${head}interviews: { el-paso: { afterHearing: { claim: 10 % } } }`))).toEqual([
      "scenarios/x.yaml:4:26 interviews.el-paso.afterHearing.foundAtRisk must be a share from 0 % to 100 % (got nothing)",
    ]);
  });
});

describe("the error of the screening", () => {
  const assumed = (share: string): string => `${head}interviews: { el-paso: { screeningError: ${share} } }`;

  it("is not assumed in the base, and can be for one unit", () => {
    const unit = (text: string) =>
      loadText(text).scenario!.parameters.interviewUnits.find(({ id }) => id === "el-paso")!;
    expect(unit(head).screeningError).toBeUndefined();
    expect(unit(assumed("20 %")).screeningError).toBe(0.2);
  });

  it("leaves room for those who are found", () => {
    expect(messages(loadText(assumed("97 %")))).toEqual([
      "scenarios/x.yaml:4:26 interviews.el-paso.screeningError must be below 100 %, and at most 100 % with those found at risk (got 97 %, and 5 % found)",
    ]);
  });
});
