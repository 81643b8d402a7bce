import type { RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { placeName } from "../format/names.ts";
import { interiorHearings, releasedAfterHearing, shelterNights } from "./after-release.ts";
import { type Focus, focusOf, overLimitWords } from "./focus.ts";
import { type Row, Rows, type Section } from "./section.ts";

/** Names of the places that the people in focus may come to. */
interface Reach {
  readonly limits: readonly string[];
  readonly units: readonly string[];
  readonly cities: readonly string[];
  readonly courts: readonly string[];
}

/**
 * The result as seen by those who enforce, by those who guard rights, and by those who help. No weight between them is
 * built in.
 */
export function viewSections(result: RunResult, scenario: Scenario, overLimit = overLimitWords([scenario])): Section[] {
  const rows = new Rows(result);
  const focus = focusOf(scenario);
  const reach = reachOf(focus, scenario);
  return [
    enforcement(rows, focus, reach),
    rights(rows, focus, reach),
    humanitarian(rows, focus, reach, { scenario, overLimit }),
  ].filter(({ rows }) => rows.length > 0);
}

/** Rows about the people in focus, each with its place: a view has figures of several places. */
function at(place: string, rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, label: `${row.label}, ${place}` }));
}

function enforcement(rows: Rows, { prefix, name, bus, hub }: Focus, { limits }: Reach): Section {
  return {
    title: "Enforcement",
    rows: [
      ...at(name, [
        ...rows.of("enrolled", `${prefix}.enrolled`),
        ...rows.of("enrolled of those eligible", `${prefix}.enrolled.share`, { whyNone: "nobody was eligible" }),
        ...rows.of("first returns to Mexico", `${prefix}.returned.first`),
        ...rows.of("re-entries after hearings", `${prefix}.returned.after-hearing`),
        ...rows.of("persons in court cases filed", `${prefix}.court-cases.filed`),
      ]),
      ...(hub === undefined
        ? []
        : rows.of(`released of those who crossed into ${placeName(hub.id)}`, `sector.${hub.id}.released`)),
      ...(hub === undefined ? [] : atHub(rows, hub.id)),
      ...at("all sectors", [...rows.of("released", "system.released"), ...releasedAfterHearing(rows)]),
      ...limits.flatMap((limit) => [
        ...rows.of(`places unused under the limit ${placeName(limit)}`, `limit.${limit}.unused`),
        ...rows.of("because a waiting case did not fit", `limit.${limit}.unused.no-fit`, { part: true }),
        ...rows.of("because nobody was ready to cross", `limit.${limit}.unused.nobody-ready`, { part: true }),
      ]),
      ...rows.of("miles of the bus, one way", `bus.${bus?.id}.miles`),
      ...rows.of("hours of driving, one way", `bus.${bus?.id}.hours`),
      ...rows.of("attempts a unique person, all sectors", "system.attempts.per-person", {
        whyNone: "nobody was there",
      }),
    ],
  };
}

/** What the hub's own people and those brought by bus waited for there, and how many of each were not returned. */
function atHub(rows: Rows, hub: string): Row[] {
  const name = placeName(hub);
  return (
    [
      ["own", `${name}'s own people`],
      ["brought", `those brought to ${name}`],
    ] as const
  ).flatMap(([which, who]) => [
    ...rows.of(`person-hours that ${who} waited there to be returned`, `hub.${hub}.${which}.waited`),
    ...rows.of(`not returned for want of anything there, of ${who}`, `hub.${hub}.${which}.diverted`),
  ]);
}

function rights(rows: Rows, focus: Focus, { units, courts }: Reach): Section {
  const { prefix, name } = focus;
  return {
    title: "Rights",
    rows: [
      ...at(name, [
        ...rows.of("interviewed on the risk in Mexico", `${prefix}.interviewed`),
        ...rows.of("claimed fear and left without an interview", `${prefix}.claimed.never-interviewed`),
        ...rows.of("found at risk", `${prefix}.at-risk`),
        ...rows.of("returned at risk, under the assumed error of the screening", `${prefix}.returned.at-risk`),
      ]),
      ...units.flatMap((unit) =>
        rows.of(`found at risk by the unit ${placeName(unit)}, whoever asked`, `interview.${unit}.at-risk`),
      ),
      ...units.flatMap((unit) =>
        rows.of(`found at risk after a hearing by the unit ${placeName(unit)}`, `interview.${unit}.at-risk.again`),
      ),
      ...courts.flatMap((court) => [
        ...rows.of(`cases absent for want of notice, court ${placeName(court)}`, `court.${court}.absent.notice.cases`),
        ...rows.of(`cases absent by choice, court ${placeName(court)}`, `court.${court}.absent.choice.cases`),
      ]),
      ...at(name, interiorHearings(rows, focus)),
    ],
  };
}

function humanitarian(
  rows: Rows,
  focus: Focus,
  { cities, courts }: Reach,
  { scenario, overLimit }: { readonly scenario: Scenario; readonly overLimit: string },
): Section {
  const { prefix, name, bus } = focus;
  const whyNone = "no journey ended in the period";
  return {
    title: "Humanitarian",
    rows: [
      ...at(name, [
        ...rows.of(`held ${overLimit}, whole journey`, `${prefix}.journey.over-limit.share`, { whyNone }),
        ...rows.of("persons in custody on the fullest night, times its capacity", `${prefix}.custody.fullness.max`),
      ]),
      ...rows.of("person-hours on the bus", `bus.${bus?.id}.person-hours`),
      ...cities.flatMap((city) => [
        ...rows.of(`waiting in ${placeName(city)} at the end`, `city.${city}.waiting.end`),
        ...rows.of("person-days there outside a shelter", `city.${city}.outside-shelter.person-days`),
        ...rows.of("of people who declined a bed", `city.${city}.outside-shelter.declined.person-days`, { part: true }),
      ]),
      ...courts.flatMap((court) =>
        rows.of(`median days to the first hearing, court ${placeName(court)}`, `court.${court}.wait.days.median`, {
          whyNone: "nobody got a date",
        }),
      ),
      ...shelterNights(rows, focus, scenario),
      ...courts.flatMap((court) =>
        rows.of(`waiting for a hearing at the end, court ${placeName(court)}`, `court.${court}.pending.end`),
      ),
    ],
  };
}

/** Those on the pathways of the sector in focus; without one, all. */
function reachOf({ sector, limit }: Focus, { parameters }: Scenario): Reach {
  const { returnPoints, returnLimits, interviewUnits, cities, courts } = parameters;
  const points = sector?.pathways.flatMap((pathway) => pathway.points.map(({ point }) => point)) ?? [
    ...returnPoints.keys(),
  ];
  const hubs = sector?.pathways.map(({ hub }) => hub) ?? interviewUnits.flatMap(({ serves }) => serves);
  const reached = (index: "city" | "court"): ReadonlySet<number | undefined> =>
    new Set(points.map((point) => returnPoints[point]?.[index]));
  const named = (places: readonly { readonly id: string }[], keep: ReadonlySet<number | undefined>): string[] =>
    places.filter((_, place) => keep.has(place)).map(({ id }) => id);
  return {
    limits: limit === undefined ? returnLimits.map(({ id }) => id) : [limit],
    units: interviewUnits.filter(({ serves }) => serves.some((hub) => hubs.includes(hub))).map(({ id }) => id),
    cities: named(cities, reached("city")),
    courts: named(courts, reached("court")),
  };
}
