import { Temporal } from "temporal-polyfill";
import { got } from "./got.ts";
import type { Reader } from "./reader.ts";

/** Name of a time zone of the IANA database. */
export const timeZone: Reader<string> = (raw, report) => {
  // An offset such as +01:00 is a zone to some, but one without summer time: it is never what is meant here.
  if (typeof raw === "string" && /^[A-Za-z]/.test(raw)) {
    try {
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(raw).timeZoneId;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  report(`must be an IANA time zone, for example America/Phoenix ${got(raw)}`);
  return undefined;
};
