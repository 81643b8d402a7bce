import type { Cause, Constraint } from "@mpp-sim/border";

const constraintPhrases: Record<Constraint, string> = {
  consent: "a return point closed to returns",
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

const causePhrases: Record<Cause, string> = {
  nationality: "nationality is not returned",
  exempt: "exempt",
  discretion: "officers' discretion",
  "no-pathway": "no pathway to a return",
  "at-risk": "found at risk",
  "too-large": "family too large for the bus or the limit",
  "custody-full": "custody full",
  // A case with one of the next four may wait until the limit, or take its fallback earlier: at processing, or when
  // something closes. The first of them is a ruling that suspends returns, or consent that Mexico does not give.
  "no-consent": "return points closed to returns",
  "no-court-slot": "no hearing date",
  "no-shelter": "no shelter bed",
  "no-officer": "no interview officer",
  "no-limit": "no place under a return limit before the custody limit",
  "no-port-hours": "no open return point before the custody limit",
  "no-timetable": "no bus leaving before the custody limit",
  "no-seat": "no seat on the bus before the custody limit",
  "no-agent": "no agent to process them before the custody limit",
  "no-custody": "no room in custody before the custody limit",
  "time-limit": "being served or on the road at the custody limit",
};

/** What people wait for, to be read after "for". */
export function constraintPhrase(constraint: string): string {
  return own(constraintPhrases, constraint) ?? constraint;
}

/** Why people were released. It says "before the custody limit" only of those who waited until it. */
export function causePhrase(cause: string): string {
  return own(causePhrases, cause) ?? cause;
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
