import { dayNumber, LocalCalendar } from "../../src/index.ts";

/** Day whose 00:00 UTC is time 0 of the zone tables below. */
export const epochDay: number = dayNumber("2019-01-01");

/** Hours from time 0 to an hour UTC of a date. */
export function utc(date: string, hour: number): number {
  return (dayNumber(date) - epochDay) * 24 + hour;
}

/** A zone whose standard offset is `standard`; in the United States clocks change at 02:00 local time. */
function american(name: string, standard: number): LocalCalendar {
  return new LocalCalendar({
    name,
    epochDay,
    offsets: [
      { from: Number.NEGATIVE_INFINITY, hours: standard },
      { from: utc("2019-03-10", 2 - standard), hours: standard + 1 },
      { from: utc("2019-11-03", 1 - standard), hours: standard },
      { from: utc("2020-03-08", 2 - standard), hours: standard + 1 },
      { from: utc("2020-11-01", 1 - standard), hours: standard },
    ],
  });
}

export function chicago(): LocalCalendar {
  return american("America/Chicago", -6);
}
export function denver(): LocalCalendar {
  return american("America/Denver", -7);
}
/** Arizona keeps standard time all year. */
export function phoenix(): LocalCalendar {
  return new LocalCalendar({
    name: "America/Phoenix",
    epochDay,
    offsets: [{ from: Number.NEGATIVE_INFINITY, hours: -7 }],
  });
}
