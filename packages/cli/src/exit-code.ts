/** Exit codes of the program. */
export const exitCodes = {
  done: 0,
  /** A fault of the program. */
  fault: 1,
  /** Bad input or usage; nothing was written. */
  input: 2,
  /** A budget was exceeded; what was finished is kept and marked. */
  budget: 3,
  /** What was run again did not come to the same. */
  differs: 4,
  /** Interrupted; what was finished is kept and marked. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
