import type { Histogram } from "@mpp-sim/engine";
import { event, type PeopleEvent } from "../ledger/tallies.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { type Constraint, causes, constraints } from "../parameters/vocabulary.ts";
import type { FinishedRun } from "./finished-run.ts";
import type { Group, Sort } from "./groups.ts";
import { type Measure, quantile, said, share, sum } from "./measure.ts";
import type { MeasureDefinition } from "./replication-result.ts";
import { causeOfRelease, waitedFor, whenFiled } from "./words.ts";

/** What is known of a group of people when a run has ended. */
interface People {
  /** How often it happened to them, in what the event is counted in. */
  of(what: PeopleEvent): number;
  /** Hours of their journeys that have ended, persons. */
  journeys(): Histogram;
}

/** How a figure of a group of people is read: an event of theirs that is counted, or a function. */
type Read = PeopleEvent | ((people: People) => number);
/** Besides, sorts of groups that do not have it, all but grown people unless given, and what a scenario must have for it. */
type Entry = Read | readonly [read: Read, not: readonly Sort[], need?: Need];

/** A figure of a group of people: said once, it holds for every group. */
interface Figure extends MeasureDefinition {
  readonly read: (people: People) => number;
  readonly not: readonly Sort[];
  readonly need: Need | undefined;
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
/** What children alone wait for too. */
const inCustody: readonly Constraint[] = ["agent", "custody"];
/** What a scenario must have for figures that otherwise nobody asks for. */
const needs = {
  interviewsAfterHearing: ({ interviewUnits }) => interviewUnits.some(({ afterHearing }) => afterHearing !== undefined),
  screeningError: ({ interviewUnits }) => interviewUnits.some(({ screeningError }) => screeningError !== undefined),
} satisfies Record<string, (parameters: BorderParameters) => boolean>;
type Need = keyof typeof needs;

const ended = "of journeys that ended in the period; who is still in custody or on a bus is left out";
const journey = "from apprehension to crossing or way out, wherever spent";
const open = "waits not over at the end count until then";
const interviewed = "before the first return, at the end of the interview";
const gone = ["returned", "released", "detained", "removed", "transferred"] as const;

/**
 * The figures of a group of people, each said once for all groups, as `name [unit]: definition` and how it is read. The definition
 * says what is counted, when it is recorded, and what is left out. In a name `|` stands where the kind of people goes, else that goes
 * to the end: `released|cause.no-seat` is `released.family.cause.no-seat` of families. A new figure goes to the end, as its rows go
 * behind all others.
 */
const figures: readonly Figure[] = Object.entries<Entry>({
  "arrivals [persons]: Apprehensions of the period, at the crossing": ["arrived", anybody],
  "arrivals.again [persons]: Apprehensions of people who had left a city in Mexico to try again, at the crossing":
    "cameAgain",
  "displaced.in [persons]: Apprehended here instead of in another sector, or of staying at home, because of the policy, at the crossing":
    ["displacedIn", crossing],
  "displaced.out [persons]: Expected here by the counts who crossed in another sector, or stayed at home, because of the policy, at that time":
    ["displacedOut", crossing],
  "initial.custody [persons]: People of the census in custody anywhere at the start, by where they were apprehended, and not returned before":
    ["inCustodyAtStart", anybody],
  "attempts|mean [attempts]: Mean number of attempts of the persons apprehended in the period, this one included": [
    (people) => share(people.of("arrived") + people.of("attemptsBefore"), people.of("arrived")),
    anybody,
  ],
  "eligible [persons]: People whom nationality and exemptions let return, when officers decide; at the custody limit they may not come to that":
    "eligible",
  "enrolled [persons]: Put in a pathway to a return, when that is decided, once an attempt": "enrolled",
  "enrolled|share [share]: Persons put in a pathway over those eligible": (people) =>
    share(people.of("enrolled"), people.of("eligible")),
  [`interviewed [persons]: In cases interviewed on the risk in Mexico ${interviewed}`]: "interviewed",
  [`at-risk [persons]: In cases found at risk in Mexico ${interviewed}`]: "atRisk",
  "claimed.never-interviewed [persons]: In cases that claimed fear and left custody, not to Mexico, without an interview, when they leave":
    "neverInterviewed",
  "returned.first [persons]: First returns to Mexico, at the crossing, once an attempt": ["returned", returned],
  "returned.first.again [persons]: First returns of people returned in an earlier attempt of this run, at the crossing":
    ["returnedAgain", returned],
  "returned.after-hearing [persons]: Re-entries after hearings, at each crossing": [
    "returnedAfterHearing",
    afterHearing,
  ],
  [`court-cases.filed [persons]: Persons in court cases filed, ${whenFiled}`]: ["filed", filing],
  [`court-cases.filed|cases [cases]: Court cases filed, a family being one, ${whenFiled}`]: ["filedCases", filing],
  "released [persons]: Released into the United States instead of returned, when they leave custody": "released",
  ...each(causes, (cause) => [
    `released|cause.${cause} [persons]: Released, when they leave custody, because ${causeOfRelease[cause]}`,
    `because ${cause}`,
  ]),
  "released|no-seat.any [share]: 1 if anybody was released with cause no-seat, else 0: its mean is the probability": [
    (people) => (people.of("because no-seat") > 0 ? 1 : 0),
    [...grown, "kind"],
  ],
  "released.after-hearing [persons]: Released from custody after a hearing, having been returned before; not part of `released`":
    ["releasedAfterHearing", afterHearing],
  "exits.detention [persons]: Left custody to detention, when they leave": "detained",
  "exits.removal [persons]: Left custody by another removal than a return, when they leave": "removed",
  "exits.transfer [persons]: Left custody by transfer, children alone, when they leave": ["transferred", alone],
  "under-way|end [persons]: In custody anywhere or on a bus at the end, neither returned nor out: initial.custody + arrivals - returned.first - released - exits":
    [(people) => people.of("inCustodyAtStart") + people.of("arrived") - sum(gone, (way) => people.of(way)), anybody],
  [`journey|hours.median [hours]: Median hours ${journey}, persons, ${ended}`]: [
    (people) => quantile(people.journeys(), 0.5),
    [],
  ],
  [`journey|hours.p95 [hours]: 95th percentile of hours ${journey}, persons, ${ended}`]: [
    (people) => quantile(people.journeys(), 0.95),
    [],
  ],
  [`journey|over-limit.share [share]: Share of persons whose hours ${journey}, were more than the custody limit of their sector at that moment, ${ended}`]:
    [(people) => share(people.of("overLimit"), people.journeys().count), []],
  [`waited [person-hours]: Hours of waiting in custody for anything, also after a hearing; ${open}`]: [
    "waitedHours",
    anybody,
  ],
  ...each(constraints, (constraint) => [
    `waited|${constraint} [person-hours]: Hours of waiting for ${waitedFor[constraint]}, each hour charged to one thing; ${open}`,
    [`waited for ${constraint}`, [...(inCustody.includes(constraint) ? anybody : grown), "nationality"]],
  ]),
  "returned.at-risk [persons]: First returns of people who claimed fear, were interviewed and not found at risk, though they are, under the assumed error of the screening":
    ["returnedAtRisk", returned, "screeningError"],
  "exits.after-hearing [persons]: Left custody after a hearing by detention, another removal or transfer, having been returned before; not part of other `exits`":
    ["leftAfterHearing", afterHearing, "interviewsAfterHearing"],
}).map(([text, entry]) => {
  const [read, not = grown, need] = typeof entry === "object" ? entry : [entry];
  return { ...said(text), read: typeof read === "string" ? (people) => people.of(read) : read, not, need };
});

function each<One>(
  all: readonly One[],
  of: (one: One) => readonly [text: string, entry: Entry],
): Record<string, Entry> {
  return Object.fromEntries(all.map(of));
}

const figureNamed: ReadonlyMap<string, Figure> = new Map(figures.map((one) => [one.name.replace("|", "."), one]));

/** Measures of a group by the names of figures, as in `released.cause.no-seat`; those that it has. */
export function namedFigures(group: Group, names: readonly string[]): Measure[] {
  const named = names.map((name) => figureNamed.get(name)!).filter((one) => isOf(one, group));
  for (const { name } of named) group.made.add(name);
  return named.map((one) => new PeopleMeasure(one, group));
}

/** Every figure of the groups that have it in a scenario, figure by figure, but for those made by name. */
export function everyFigure(parameters: BorderParameters, groups: readonly Group[]): Measure[] {
  return figures
    .filter(({ need }) => need === undefined || needs[need](parameters))
    .flatMap((one) =>
      groups
        .filter((group) => isOf(one, group) && !group.made.has(one.name))
        .map((group) => new PeopleMeasure(one, group)),
    );
}

function isOf({ not }: Figure, { sorts }: Group): boolean {
  return !not.some((sort) => sorts.includes(sort));
}

/** A figure of a group. There are thousands: a run reads them all, and its names are made only where they are asked for. */
class PeopleMeasure implements Measure {
  private readonly figure: Figure;
  private readonly group: Group;

  constructor(figure: Figure, group: Group) {
    this.figure = figure;
    this.group = group;
  }

  get name(): string {
    const { place, kind } = this.group;
    const [what, detail] = this.figure.name.split("|");
    return [place, what, kind, detail].filter(Boolean).join(".");
  }

  get unit(): string {
    return this.figure.unit;
  }

  get description(): string {
    return `${this.figure.description}; ${this.group.who}`;
  }

  read(model: FinishedRun): number {
    const { cells, journeys } = this.group;
    return this.figure.read({
      of: (what) => model.tallies.total(cells, event[what]),
      journeys: () => journeys(model),
    });
  }
}
