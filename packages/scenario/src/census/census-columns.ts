/** Columns that may be empty: not known yet, or not asked of a case in its state. */
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

/** A table written before this column was there has none: it then says nothing of services. */
const laterColumn = "serviceSince";
export const requiredColumns: readonly string[] = censusColumns.filter((column) => column !== laterColumn);

/** `next` of a case that waits without a date, and where it is not known when it comes. */
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
