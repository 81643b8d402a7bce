import type { RunResult } from "@mpp-sim/experiment";
import type { Scenario } from "@mpp-sim/scenario";
import { causePhrase, constraintPhrase, placeName } from "../format/names.ts";
import { formatNumber } from "../format/number.ts";
import { interiorHearings, releasedAfterHearing, shelterNights } from "./after-release.ts";
import { type Focus, focusOf, overLimitWords, underWayAtEnd } from "./focus.ts";
import { inFocus, withOthers } from "./in-focus.ts";
import { type Row, Rows, type Section } from "./section.ts";

/**
 * The figures that a person asks for first: about the sector, bus and limit in focus, or about all sectors. If the
 * scenario names measures in focus, only those. What it asks for besides comes last. `overLimit` are the words for longer than the custody limit.
 */
export function summarySections(
  result: RunResult,
  scenario: Scenario,
  overLimit = overLimitWords([scenario]),
): Section[] {
  const rows = new Rows(result);
  const focus = focusOf(scenario);
  const sections = [
    people(rows, focus),
    stays(rows, focus, overLimit),
    bus(rows, focus),
    limit(rows, focus),
    ...groups(rows, scenario),
    {
      title: "After a release in the United States",
      rows: [...shelterNights(rows, focus, scenario), ...interiorHearings(rows, focus)],
    },
    everywhere(rows, focus),
  ];
  const { measures, also = [] } = scenario.focus;
  return withOthers(measures === undefined ? sections : inFocus(sections, measures), rows, [
    ...(measures ?? []),
    ...also,
  ]);
}

/** What a scenario asks for itself: the measures in focus, or what became of its scripted groups, and what it asks for besides. */
export function askedSections(result: RunResult, scenario: Scenario): Section[] {
  const { measures, also = [] } = scenario.focus;
  if (measures !== undefined) return summarySections(result, scenario);
  const rows = new Rows(result);
  return withOthers(groups(rows, scenario), rows, also);
}

function people(rows: Rows, focus: Focus): Section {
  const { prefix, sector, name } = focus;
  return {
    title: sector === undefined ? "People, all sectors" : `People who crossed into ${name}`,
    rows: [
      ...rows.of("in custody at the start", `${prefix}.initial.custody`),
      ...rows.of("arrived", `${prefix}.arrivals`),
      ...rows.of("enrolled", `${prefix}.enrolled`),
      ...rows.of("boarded the bus", `bus.${focus.bus?.id}.boarded`),
      ...rows.of("interviewed", `${prefix}.interviewed`),
      ...rows.of("found at risk", `${prefix}.at-risk`),
      ...rows.of("first returns to Mexico", `${prefix}.returned.first`),
      ...rows.of("released", `${prefix}.released`),
      ...causes(rows, focus),
      ...(sector === undefined ? releasedAfterHearing(rows) : []),
      ...rows.of("detained", `${prefix}.exits.detention`),
      ...rows.of("removed another way", `${prefix}.exits.removal`),
      ...rows.of("transferred (children alone)", `${prefix}.exits.transfer`),
      ...rows.of("in custody or on a bus at the end", underWayAtEnd(focus)),
    ],
  };
}

/** Causes of release that occurred, largest first. */
function causes(rows: Rows, { prefix }: Focus): Row[] {
  const start = `${prefix}.released.cause.`;
  return rows
    .under(start)
    .filter(({ mean }) => (mean ?? 0) > 0)
    .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
    .flatMap(({ name }) => rows.of(causePhrase(name.slice(start.length)), name, { part: true }));
}

/** By place and over the whole journey, so that a bus does not seem to shorten what it only moves. */
function stays(rows: Rows, { prefix, name, sector, hub }: Focus, overLimit: string): Section {
  const columns = ["median", "95th percentile", overLimit];
  const figures = (label: string, of: string): Row[] =>
    rows.across(label, [`${of}.hours.median`, `${of}.hours.p95`, `${of}.over-limit.share`], "none ended in the period");
  return {
    title: "Hours in custody",
    columns,
    rows: [
      ...(sector === undefined ? [] : figures(`in ${name}`, `${prefix}.custody`)),
      ...(hub === undefined || hub === sector
        ? []
        : figures(`all held at ${placeName(hub.id)}`, `sector.${hub.id}.custody`)),
      ...figures("whole journey", `${prefix}.journey`),
    ],
  };
}

function bus(rows: Rows, { bus, busName }: Focus): Section {
  if (bus === undefined) return { title: "Bus", rows: [] };
  const whyNone = "no bus left";
  return {
    title: `Bus ${busName}`,
    rows: [
      ...rows.of("trips", `bus.${bus.id}.trips`),
      ...rows.of("seats taken", `bus.${bus.id}.load-factor`, { whyNone }),
      ...rows.of("median hours from ready to boarding", `bus.${bus.id}.wait.hours.median`, { whyNone }),
    ],
  };
}

function limit(rows: Rows, { limit }: Focus): Section {
  if (limit === undefined) return { title: "Return limit", rows: [] };
  const days = rows.estimate(`limit.${limit}.days`)?.mean;
  const of = days === undefined || days === null ? {} : { suffix: `of ${formatNumber(days)}` };
  return {
    title: `Return limit ${placeName(limit)}`,
    rows: [
      ...rows.of("days on which it bound", `limit.${limit}.days-binding`, of),
      ...rows.of("most places used in a day", `limit.${limit}.used.max-per-day`),
    ],
  };
}

/** What became of each scripted group, and what its people waited for, longest first. */
function groups(rows: Rows, { parameters }: Scenario): Section[] {
  const named = parameters.scripted.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return named.map((id) => {
    const of = (label: string, what: string, whyNone?: string): Row[] =>
      rows.of(label, `group.${id}.${what}`, whyNone === undefined ? {} : { whyNone });
    const waited = `group.${id}.waited.`;
    const whyNone = "not all of them were placed";
    return {
      title: `Group ${placeName(id)}`,
      rows: [
        ...of("crossed", "persons"),
        ...of("hours until the first is placed", "placed.hours.first", "nobody was placed"),
        ...of("hours until half are placed", "placed.hours.half", "fewer were placed"),
        ...of("hours until the last is placed", "placed.hours.last", whyNone),
        ...of("hours until the last has left the sector", "left-sector.hours.last", "not all of them left"),
        ...of("first returns to Mexico", "returned.first"),
        ...of("released", "released"),
        ...of("detained", "exits.detention"),
        ...of("removed another way", "exits.removal"),
        ...of("transferred (children alone)", "exits.transfer"),
        ...rows
          .under(waited)
          .filter(({ mean }) => (mean ?? 0) > 0)
          .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0))
          .flatMap(({ name }) => rows.of(`person-hours for ${constraintPhrase(name.slice(waited.length))}`, name)),
      ],
    };
  });
}

function everywhere(rows: Rows, { sector }: Focus): Section {
  return {
    title: "All sectors",
    rows: sector === undefined ? [] : [...rows.of("released", "system.released"), ...releasedAfterHearing(rows)],
  };
}
