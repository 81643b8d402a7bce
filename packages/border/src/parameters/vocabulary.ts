/** Kinds of case, in the order the tables use. A case is what moves as one: an adult, a family, or a child alone. */
export const categories = ["single-adult", "family", "unaccompanied-child"] as const;
/** What a case is: its people move together, and rules differ by it. */
export type Category = (typeof categories)[number];

/**
 * How a case that is not returned leaves custody. `hold` keeps it there.
 * Release is release into the United States with a court date; it is not everyone's overflow (see the rules of the model).
 */
export const dispositions = ["release", "detention", "removal", "transfer", "hold"] as const;
/** A way out of custody in the United States, or `hold`. */
export type Disposition = (typeof dispositions)[number];

/**
 * What a case can wait for, in the order in which one hour is charged when several hold at once.
 * `agent` and `custody` come last: they are met before any pathway.
 */
export const constraints = [
  "consent",
  "court-slot",
  "shelter",
  "limit",
  "port-hours",
  "officer",
  "timetable",
  "seat",
  "agent",
  "custody",
] as const;
/** Something that people wait for. */
export type Constraint = (typeof constraints)[number];

/**
 * Why a case left the pathway, or never entered it. The first seven are decisions; the `no-…` causes are the clock of custody
 * running out while the case waited for the named constraint, or, of consent, court slot, shelter and officer, a pathway that was
 * closed for want of it; `time-limit` is the clock running out while it waited for nothing (it was being served, or on the road).
 */
export const causes = [
  "nationality",
  "exempt",
  "discretion",
  "no-pathway",
  "at-risk",
  "too-large",
  "custody-full",
  "no-consent",
  "no-court-slot",
  "no-shelter",
  "no-limit",
  "no-port-hours",
  "no-officer",
  "no-timetable",
  "no-seat",
  "no-agent",
  "no-custody",
  "time-limit",
] as const;
/** Why a case that might have been returned was not. */
export type Cause = (typeof causes)[number];

/** Where people go who stop waiting in Mexico. `another-sector` ends an attempt; `TryAgainParameters` says whether there is another. */
export const departures = ["home", "elsewhere", "another-sector"] as const;
/** Where people go who leave a city in Mexico before their hearing. */
export type Departure = (typeof departures)[number];

/** How a hearing that took place ends. `continued` books the next one; the others end the case. */
export const outcomes = ["continued", "granted", "denied", "closed"] as const;
/** How a hearing that is held ends. */
export type Outcome = (typeof outcomes)[number];

/** When the notice to appear of a case of the programme is filed with its court. */
export const filingRules = ["return", "enrolment"] as const;
/** When a notice to appear is filed with the court. */
export type FilingRule = (typeof filingRules)[number];

/** What becomes of those enrolled when something on their pathway closes: it still serves them, they wait, or they take their fallback. */
export const closingRules = ["finish", "hold", "fallback"] as const;
/** What becomes of those already enrolled when something on their pathway closes: one of `closingRules`. */
export type ClosingRule = (typeof closingRules)[number];

/** Whether a case too large for the places left stops those behind it (`block`) or is passed over (`skip`). */
export type FitRule = "block" | "skip";

/** Whether cases that crossed together stay together. A case, such as a family, is never split. */
export const groupRules = ["together", "split"] as const;
/** Whether cases that crossed together board a bus together. */
export type GroupRule = (typeof groupRules)[number];

/** Why a case is exempt, in the order in which one draw is divided among them: a child under one in the family, and so on. */
export const exemptionKinds = ["underOne", "pregnant", "illness", "other"] as const;
/** A reason for an exemption from being returned. */
export type ExemptionKind = (typeof exemptionKinds)[number];
