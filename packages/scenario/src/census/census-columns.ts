/** Columns that may be empty: the value is not known yet, or has no meaning for a case in its state. */
export const yesNoColumns = [
  "interviewed",
  "noticeFailed",
  "exempt",
  "discretion",
  "claims",
  "atRisk",
  "acceptsBed",
] as const;

/** Columns of a census: one row a case. */
export const censusColumns = [
  "sector",
  "category",
  "nationality",
  "size",
  "attempt",
  "state",
  "custody",
  "point",
  "apprehended",
  "since",
  "serviceSince",
  "next",
  "disposition",
  "cause",
  "hearings",
  "sheltered",
  ...yesNoColumns,
] as const;

/** Older tables lack this column. They then say nothing of services. */
const laterColumn = "serviceSince";
export const requiredColumns: readonly string[] = censusColumns.filter((column) => column !== laterColumn);

/** `next` of a case that waits without a date, and of a case whose date is not known. */
export const never = "never";
export const unknown = "unknown";

export const censusStates = [
  "outside",
  "processing",
  "pathway",
  "exit",
  "held",
  "city",
  "hearing",
  "re-entry",
  "away",
  "list",
] as const;
