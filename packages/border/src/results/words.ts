import type { Cause, Constraint } from "../parameters/vocabulary.ts";

/** When a court case is counted. */
export const whenFiled =
  "when the notice to appear is filed: at the first return, or the enrolment where a court says so";

/** Why people are released, to be read after "because". */
export const causeOfRelease: Readonly<Record<Cause, string>> = {
  nationality: "people of their nationality were not returned on that day",
  exempt: "they were exempt from a return",
  discretion: "officers chose not to return them, though nationality and exemptions let them",
  "no-pathway": "their sector had no way to a return: no pathway at all, or only by bus lines out of service",
  "at-risk": "they were found at risk in Mexico",
  "too-large": "their case was larger than all places of a bus, a limit or the custody",
  "custody-full": "custody was full when they were caught",
  "no-consent": "return points were closed to returns, for want of Mexico's consent or by a ruling",
  "no-court-slot": "there was no hearing date for them, or the court did not sit",
  "no-shelter": "there was no bed in a shelter for them",
  "no-limit": "the custody limit passed while they waited for a place under a return limit",
  "no-port-hours": "the custody limit passed while they waited for a return point to open for the day",
  "no-officer": "there was no officer to interview them",
  "no-timetable": "the custody limit passed while they waited for a bus to leave",
  "no-seat": "the custody limit passed while they waited for a seat on a bus",
  "no-agent": "the custody limit passed while they waited for an agent to process them",
  "no-custody": "the custody limit passed while they waited outside for room in custody",
  "time-limit": "the custody limit passed while they waited for nothing: they were being served, or on the road",
};

/** What people wait for, to be read after "waiting for". */
export const waitedFor: Readonly<Record<Constraint, string>> = {
  consent: "a return point closed to returns",
  "court-slot": "a hearing date",
  shelter: "a bed in a shelter",
  limit: "a place under a return limit",
  "port-hours": "a return point to open for the day",
  officer: "an officer to interview them",
  timetable: "a bus to leave",
  seat: "a seat on a bus",
  agent: "an agent to process them",
  custody: "room in custody",
};
