import type { ZoneTable } from "@mpp-sim/engine";
import { Temporal } from "temporal-polyfill";

/** Days before and after the period in which instants may lie: people caught earlier, hearings held later. */
const margin = { before: 800, after: 4000 } as const;
const hour = 3_600_000;

/**
 * The offsets of an IANA zone around a period. Time 0 is 00:00 UTC of the first day.
 * @throws RangeError if there is no such zone
 */
export function zoneTable(name: string, firstDay: number, endDay: number): ZoneTable {
  const epoch = firstDay * 24 * hour;
  const at = Temporal.Instant.fromEpochMilliseconds(epoch - margin.before * 24 * hour).toZonedDateTimeISO(name);
  const offsets = [{ from: Number.NEGATIVE_INFINITY, hours: offsetOf(at) }];
  const last = (endDay + margin.after) * 24 * hour;
  for (let next = at.getTimeZoneTransition("next"); next !== null; next = next.getTimeZoneTransition("next")) {
    if (next.epochMilliseconds > last) break;
    offsets.push({ from: (next.epochMilliseconds - epoch) / hour, hours: offsetOf(next) });
  }
  return { name, epochDay: firstDay, offsets };
}

function offsetOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / (hour * 1_000_000);
}
