import type { Histogram } from "@mpp-sim/engine";
import type { BorderView } from "../border-view.ts";
import type { Cells } from "../ledger/people-rows.ts";
import { event, type PeopleEvent } from "../ledger/tallies.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { causes, constraints } from "../parameters/vocabulary.ts";
import type { Group, Sort } from "./groups.ts";
import { type Measure, quantile, share, sum } from "./measure.ts";
import { causeOfRelease, waitedFor, whenFiled } from "./words.ts";

/** What is known of a group of people when a run has ended. */
class People {
  private readonly model: BorderView;
  private readonly cells: Cells;

  constructor(model: BorderView, cells: Cells) {
    this.model = model;
    this.cells = cells;
  }

  /** How often it happened to them, in what the event is counted in. */
  of(what: PeopleEvent): number {
    return this.model.tallies.total(this.cells, event[what]);
  }

  /** Hours of their journeys that have ended, persons. */
  get journeys(): Histogram {
    return this.model.tallies.journeysOf(this.cells);
  }
}

/** A figure of a group of people: said once, it holds for every group. */
interface Figure {
  /** With `|` where the kind of people goes, else at the end: `released|cause.no-seat` is `released.family.cause.no-seat` of families. */
  readonly name: string;
  readonly unit: string;
  /** What is counted, when it is recorded, and what is left out. */
  readonly definition: string;
  readonly read: (people: People) => number;
  /** Sorts of groups that do not have it. */
  readonly not: readonly Sort[];
  /** Scenarios without it do not have the figure. */
  readonly need?: Need;
}

/** Up to the return: not told apart by city of return. */
const anybody: readonly Sort[] = ["returned"];
/** Children alone are never put in a pathway, returned or released. */
const grown: readonly Sort[] = ["returned", "children"];
/** A scripted group is followed until the return, and a court case is filed right after it. */
const filing: readonly Sort[] = [...grown, "scripted"];
const afterHearing: readonly Sort[] = ["children", "scripted"];
const returned: readonly Sort[] = ["children"];
/** Only children alone are transferred. */
const alone: readonly Sort[] = ["returned", "grown"];
/** Where people cross is for their sector and category. */
const crossing: readonly Sort[] = ["returned", "nationality", "exemption", "scripted"];
/** What a scenario must have for figures that otherwise nobody asks for. */
const needs = {
  interviewsAfterHearing: ({ interviewUnits }) => interviewUnits.some(({ afterHearing }) => afterHearing !== undefined),
  screeningError: ({ interviewUnits }) => interviewUnits.some(({ screeningError }) => screeningError !== undefined),
} satisfies Record<string, (parameters: BorderParameters) => boolean>;
type Need = keyof typeof needs;

type Read = Figure["read"] | PeopleEvent;

function figure(name: string, unit: string, definition: string, read: Read, not = grown, need?: Need): Figure {
  const of = typeof read === "string" ? (people: People) => people.of(read) : read;
  return { name, unit, definition, read: of, not, ...(need === undefined ? {} : { need }) };
}

function persons(name: string, definition: string, read: Read, not?: readonly Sort[], need?: Need): Figure {
  return figure(name, "persons", definition, read, not, need);
}

const ended = "of journeys that ended in the period; who is still in custody or on a bus is left out";
const journey = "from apprehension to crossing or way out, wherever spent";
const open = "waits not over at the end count until then";

/** The figures of a group of people. A new one goes to the end, as its rows go behind all others. */
const figures: readonly Figure[] = [
  persons("arrivals", "Apprehensions of the period, at the crossing", "arrived", anybody),
  persons(
    "arrivals.again",
    "Apprehensions of people who had left a city in Mexico to try again, at the crossing",
    "cameAgain",
    grown,
  ),
  persons(
    "displaced.in",
    "Apprehended here instead of in another sector, or of staying at home, because of the policy, at the crossing",
    "displacedIn",
    crossing,
  ),
  persons(
    "displaced.out",
    "Expected here by the counts who crossed in another sector, or stayed at home, because of the policy, at that time",
    "displacedOut",
    crossing,
  ),
  persons(
    "initial.custody",
    "People of the census in custody anywhere at the start, by where they were apprehended, and not returned before",
    "inCustodyAtStart",
    anybody,
  ),
  figure(
    "attempts|mean",
    "attempts",
    "Mean number of attempts of the persons apprehended in the period, this one included",
    (people) => share(people.of("attempts"), people.of("arrived")),
    anybody,
  ),
  persons(
    "eligible",
    "People whom nationality and exemptions let return, when officers decide; at the custody limit they may not come to that",
    "eligible",
  ),
  persons("enrolled", "Put in a pathway to a return, when that is decided, once an attempt", "enrolled"),
  figure("enrolled|share", "share", "Persons put in a pathway over those eligible", (people) =>
    share(people.of("enrolled"), people.of("eligible")),
  ),
  persons(
    "interviewed",
    "In cases interviewed on the risk in Mexico before the first return, at the end of the interview",
    "interviewed",
    grown,
  ),
  persons(
    "at-risk",
    "In cases found at risk in Mexico before the first return, at the end of the interview",
    "atRisk",
    grown,
  ),
  persons(
    "claimed.never-interviewed",
    "In cases that claimed fear and left custody, not to Mexico, without an interview, when they leave",
    "neverInterviewed",
    grown,
  ),
  persons("returned.first", "First returns to Mexico, at the crossing, once an attempt", "returned", returned),
  persons(
    "returned.first.again",
    "First returns of people returned in an earlier attempt of this run, at the crossing",
    "returnedAgain",
    returned,
  ),
  persons(
    "returned.after-hearing",
    "Re-entries after hearings, at each crossing",
    "returnedAfterHearing",
    afterHearing,
  ),
  persons("court-cases.filed", `Persons in court cases filed, ${whenFiled}`, "filed", filing),
  figure(
    "court-cases.filed|cases",
    "cases",
    `Court cases filed, a family being one, ${whenFiled}`,
    "filedCases",
    filing,
  ),
  persons("released", "Released into the United States instead of returned, when they leave custody", "released"),
  ...causes.map((cause) =>
    persons(
      `released|cause.${cause}`,
      `Released, when they leave custody, because ${causeOfRelease[cause]}`,
      `because ${cause}`,
      grown,
    ),
  ),
  figure(
    "released|no-seat.any",
    "share",
    "1 if anybody was released with cause no-seat, else 0: its mean is the probability",
    (people) => (people.of("because no-seat") > 0 ? 1 : 0),
    [...grown, "kind"],
  ),
  persons(
    "released.after-hearing",
    "Released from custody after a hearing, having been returned before; not part of `released`",
    "releasedAfterHearing",
    afterHearing,
  ),
  persons("exits.detention", "Left custody to detention, when they leave", "detained"),
  persons("exits.removal", "Left custody by another removal than a return, when they leave", "removed"),
  persons("exits.transfer", "Left custody by transfer, children alone, when they leave", "transferred", alone),
  persons(
    "under-way|end",
    "In custody anywhere or on a bus at the end, neither returned nor out: initial.custody + arrivals - returned.first - released - exits",
    (people) => {
      const gone = sum(["returned", "released", "detained", "removed", "transferred"] as const, (way) =>
        people.of(way),
      );
      return people.of("inCustodyAtStart") + people.of("arrived") - gone;
    },
    anybody,
  ),
  figure(
    "journey|hours.median",
    "hours",
    `Median hours ${journey}, persons, ${ended}`,
    ({ journeys }) => quantile(journeys, 0.5),
    [],
  ),
  figure(
    "journey|hours.p95",
    "hours",
    `95th percentile of hours ${journey}, persons, ${ended}`,
    ({ journeys }) => quantile(journeys, 0.95),
    [],
  ),
  figure(
    "journey|over-limit.share",
    "share",
    `Share of persons whose hours ${journey}, were more than the custody limit of their sector at that moment, ${ended}`,
    (people) => share(people.of("overLimit"), people.journeys.count),
    [],
  ),
  figure(
    "waited",
    "person-hours",
    `Hours of waiting in custody for anything, also after a hearing; ${open}`,
    "waitedHours",
    anybody,
  ),
  ...constraints.map((constraint) =>
    figure(
      `waited|${constraint}`,
      "person-hours",
      `Hours of waiting for ${waitedFor[constraint]}, each hour charged to one thing; ${open}`,
      `waited for ${constraint}`,
      [...(constraint === "agent" || constraint === "custody" ? anybody : grown), "nationality"],
    ),
  ),
  persons(
    "returned.at-risk",
    "First returns of people who claimed fear, were interviewed and not found at risk, though they are, under the assumed error of the screening",
    "returnedAtRisk",
    returned,
    "screeningError",
  ),
  persons(
    "exits.after-hearing",
    "Left custody after a hearing by detention, another removal or transfer, having been returned before; not part of other `exits`",
    "leftAfterHearing",
    afterHearing,
    "interviewsAfterHearing",
  ),
];

/** Measures of a group by the names of figures, as in `released.cause.no-seat`; those that it has. */
export function namedFigures(group: Group, names: readonly string[]): Measure[] {
  const all = new Map(figures.map((one) => [one.name.replace("|", "."), one]));
  return names.flatMap((name) => figureOf(all.get(name)!, [group]));
}

/** Every figure of the groups that have it in a scenario, figure by figure. */
export function everyFigure(parameters: BorderParameters, groups: readonly Group[]): Measure[] {
  return figures
    .filter(({ need }) => need === undefined || needs[need](parameters))
    .flatMap((one) => figureOf(one, groups));
}

function figureOf({ name, unit, definition, read, not }: Figure, groups: readonly Group[]): Measure[] {
  const [what, detail] = name.split("|");
  return groups
    .filter(({ sorts }) => !not.some((sort) => sorts.includes(sort)))
    .map(({ place, kind, who, cells }) => ({
      name: [place, what, kind, detail].filter(Boolean).join("."),
      unit,
      description: `${definition}; ${who}`,
      read: (model) => read(new People(model, cells)),
    }));
}
