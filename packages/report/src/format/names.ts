import type { Cause, Constraint } from "@mpp-sim/border";

const constraintPhrases: Record<Constraint, string> = {
  consent: "Mexico's consent",
  "court-slot": "a hearing date",
  shelter: "a shelter bed",
  limit: "a place under a return limit",
  "port-hours": "the return point to open",
  officer: "an interview officer",
  timetable: "the bus to leave",
  seat: "a seat on the bus",
  agent: "an agent to process them",
  custody: "room in custody",
};

const decisions: Record<Exclude<Cause, `no-${Constraint}` | "time-limit">, string> = {
  nationality: "nationality is not returned",
  exempt: "exempt",
  discretion: "officers' discretion",
  "no-pathway": "no pathway to a return",
  "at-risk": "found at risk",
  "too-large": "family too large for the bus or the limit",
  "custody-full": "custody full",
};

/** What was not to be had before the clock of custody ran out. */
const expiries: Record<`no-${Constraint}`, string> = {
  "no-consent": "no consent of Mexico",
  "no-court-slot": "no hearing date",
  "no-shelter": "no shelter bed",
  "no-limit": "no place under a return limit",
  "no-port-hours": "no open return point",
  "no-officer": "no interview officer",
  "no-timetable": "no bus leaving",
  "no-seat": "no seat on the bus",
  "no-agent": "no agent to process them",
  "no-custody": "no room in custody",
};

/** What people wait for, to be read after "for". */
export function constraintPhrase(constraint: string): string {
  return own(constraintPhrases, constraint) ?? constraint;
}

/** Why people were released. `limitHours` is the limit of custody that ran out. */
export function causePhrase(cause: string, limitHours: number): string {
  if (cause === "time-limit") return `being served or on the road at ${limitHours} h`;
  const expiry = own(expiries, cause);
  return expiry === undefined ? (own(decisions, cause) ?? cause) : `${expiry} within ${limitHours} h`;
}

/** A name in kebab-case as a person writes it. */
export function placeName(id: string): string {
  return id
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
}

function own(phrases: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(phrases, key) ? phrases[key] : undefined;
}
