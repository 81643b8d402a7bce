import type { CaseStory, Category, Cause, Disposition, StoryEntry, StoryEvent } from "@mpp-sim/border";
import { isoDate, LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import { causePhrase, constraintPhrase, placeName } from "../format/names.ts";
import { formatNumber } from "../format/number.ts";
import { wrap } from "../format/plain.ts";
import { aheadText, clockText } from "./clocks.ts";

const width = 100;

const people: Record<Category, string> = {
  "single-adult": "An adult",
  family: "A family",
  "unaccompanied-child": "A child alone",
};

const waysOut: Record<Disposition, string> = {
  release: "released into the United States",
  detention: "detained",
  removal: "removed another way",
  transfer: "transferred",
  hold: "held",
};

/** What the events of a case's end are called where it is in no custody. */
const endings: Readonly<Record<string, string>> = {
  "leaves the city": "They leave the city and the programme.",
  "hearing begins": "They are absent from their hearing, and the case ends without them.",
  "hearing ends": "Their case is decided, and they leave the model.",
};

/**
 * One case's whole path in sentences, each with the local time of its place. Where the clock is another than before, it
 * says how far ahead it is.
 */
export function storyText(story: CaseStory & { readonly found: true }): string {
  const calendars = new Map<string, LocalCalendar>();
  const waits = waitsOf(story.entries);
  const lines = story.entries.flatMap((entry, index) => {
    const sentence = sentenceOf(entry, calendars, index === 0);
    const waited = waits.get(entry);
    const lasted = waited === undefined ? "" : ` It lasts ${hoursText(waited)}.`;
    const before = story.entries[index - 1];
    const clock = before === undefined ? "" : clockText(before, entry);
    const stamp = `${momentText(entry.at, entry.zone, calendars)}  `;
    return wrap(sentence + lasted + clock, width, " ".repeat(stamp.length), stamp);
  });
  return `${lines.join("\n")}\n`;
}

/** How long each wait lasts: to the next entry. */
function waitsOf(entries: readonly StoryEntry[]): ReadonlyMap<StoryEntry, number> {
  return new Map(
    entries.flatMap((entry, index) => {
      const next = entries[index + 1];
      return entry.what.kind === "waits" && next !== undefined ? [[entry, next.at - entry.at] as const] : [];
    }),
  );
}

function sentenceOf({ zone, what }: StoryEntry, calendars: Calendars, first: boolean): string {
  const when = (at: number): string => momentText(at, zone, calendars);
  switch (what.kind) {
    case "apprehended":
      return apprehension(what, first);
    case "moved":
      return movement(what);
    case "processed":
      return "Processing is over.";
    case "enrolled": {
      const by = what.bus === undefined ? "" : `, by the bus ${what.bus}`;
      return `They are put in the pathway to a return from ${placeName(what.hub)}${by}.`;
    }
    case "waits":
      return waiting(what);
    case "interviewed":
      return `They have been interviewed in ${placeName(what.unit)}: ${what.atRisk ? "found at risk in Mexico" : "not found at risk"}.`;
    case "sets-out":
      return `They set out for ${placeName(what.point)}.`;
    case "crossed":
      return `They are returned through ${placeName(what.point)} to ${placeName(what.city)}, ${what.sheltered ? "to a bed in a shelter" : "to no shelter"}.`;
    case "hearing-date":
      return `Their hearing in ${placeName(what.court)} is on ${momentText(what.on, what.zone, calendars)}${aheadText(what, zone)}.`;
    case "leaving":
      return `They are to be ${waysOut[what.by]} on ${when(what.on)}${because(what)}.`;
    case "held":
      return `They are held in custody${because(what)}.`;
    case "out":
      return `They are ${waysOut[what.by]}${because(what)}.`;
    case "ended":
      return endings[what.event] ?? `Their path ends (${what.event}).`;
    case "period-ends":
      return "The period ends, and their path goes on beyond it.";
  }
}

type Of<Kind extends StoryEvent["kind"]> = Extract<StoryEvent, { kind: Kind }>;
type Calendars = Map<string, LocalCalendar>;

function apprehension({ sector, category, nationality, persons, attempt }: Of<"apprehended">, first: boolean): string {
  const size = category === "family" ? ` of ${persons}` : "";
  const again = attempt === 1 ? "" : `, attempt ${attempt}`;
  const who = first ? `${people[category]}${size} (${nationality}) is` : "They are";
  return `${who} apprehended in ${placeName(sector)}${again}.`;
}

function movement({ to, place }: Of<"moved">): string {
  const name = placeName(place);
  switch (to) {
    case "custody":
      return `They are in custody in ${name}.`;
    case "outside":
      return `Custody in ${name} is full: they are kept where they were caught.`;
    case "bus":
      return `They board the bus ${place}.`;
    case "court":
      return `They are taken across for the hearing in ${name}.`;
    case "place":
      return `They are at ${name}.`;
  }
}

function waiting({ for: lacked, ahead, limits }: Of<"waits">): string {
  const [charged, ...others] = lacked.map(constraintPhrase);
  const beside = others.length === 0 ? "" : `; besides, for ${others.join(", ")}`;
  const before = ahead === 0 ? "nobody is ahead of them" : `${formatNumber(ahead)} people came before them`;
  const used = limits.map(({ id, used, perDay }) => `of the limit ${id} ${used} of ${perDay} places are used that day`);
  return `They wait for ${charged}${beside}; ${[before, ...used].join("; ")}.`;
}

/** A transfer without a cause is that of a child alone. */
function because({ by, cause }: { readonly by?: Disposition; readonly cause?: Cause }): string {
  if (cause !== undefined) return ` (${causePhrase(cause)})`;
  return by === "transfer" ? ", as children alone are" : "";
}

function momentText(at: number, zone: ZoneTable, calendars: Calendars): string {
  const calendar = calendars.get(zone.name) ?? new LocalCalendar(zone);
  calendars.set(zone.name, calendar);
  // Cut to the minute: rounding up could give another date.
  const minutes = Math.floor(calendar.hourOfDay(at) * 60 + 1e-6);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${isoDate(calendar.dayOf(at))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function hoursText(hours: number): string {
  const minutes = Math.round(hours * 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
