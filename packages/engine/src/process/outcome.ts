/** How a wait ended, where it can end in more than one way; `Simulation.outcome` says it to the process that goes on. */
export const Outcome: {
  /** What it waited for has come. */
  readonly done: 0;
  /** The time of `within` was over before. */
  readonly late: -1;
  /** It did not join: the resource's rule of balking said so. */
  readonly balked: -2;
  /** Its work was lost when another took its place. */
  readonly lost: -3;
} = { done: 0, late: -1, balked: -2, lost: -3 };
