import type { StoryEntry } from "@mpp-sim/border";
import type { ZoneTable } from "@mpp-sim/engine";
import { placeName } from "../format/names.ts";
import { formatNumber } from "../format/number.ts";

/**
 * What a reader must know to count the hours from one entry to the next, as sentences, each after a blank: the clocks
 * of the first place have changed, or those of the second show another time. Empty if neither is so.
 */
export function clockText(before: StoryEntry, entry: StoryEntry): string {
  const there = offsetAt(before.zone, entry.at);
  const changed = there - offsetAt(before.zone, before.at);
  const ahead = offsetAt(entry.zone, entry.at) - there;
  const [first, second] = [placeName(before.place), placeName(entry.place)];
  const change = `Clocks in ${first} have gone ${changed < 0 ? "back" : "forward"} ${hours(changed)} meanwhile.`;
  const difference = `Clocks in ${second} are ${hours(ahead)} ${ahead < 0 ? "behind" : "ahead of"} those in ${first}.`;
  return `${changed === 0 ? "" : ` ${change}`}${ahead === 0 ? "" : ` ${difference}`}`;
}

/**
 * After a moment in the time of a court: how far its clocks are ahead of those of the reader's place, if they differ.
 */
export function aheadText({ on, zone }: { readonly on: number; readonly zone: ZoneTable }, here: ZoneTable): string {
  const ahead = offsetAt(zone, on) - offsetAt(here, on);
  return ahead === 0 ? "" : ` there (${hours(ahead)} ${ahead < 0 ? "behind" : "ahead"})`;
}

function offsetAt({ offsets }: ZoneTable, time: number): number {
  return offsets.findLast(({ from }) => from <= time)!.hours;
}

function hours(difference: number): string {
  const size = Math.abs(difference);
  return size === 1 ? "an hour" : `${formatNumber(size)} hours`;
}
