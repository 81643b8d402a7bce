import type { Handle } from "../core/handle.ts";

/** Where a process can wait: the calendar, a resource, a line. What the engine must ask of it to withdraw a process. */
export interface WaitingPlace {
  /** Withdraws what a handle stands for, as if it had not been asked for; false when it is too late. */
  cancel(handle: Handle): boolean;
  /** Whether it is still to come: the handle waits, or the event that ends its wait has not fired. */
  isPending(handle: Handle): boolean;
  /** Whether what it waits for has been granted; the event that says so is still to fire. */
  isGranted?(handle: Handle): boolean;
  /** Amount that a handle that waits will hold once granted. Only where holding must end by giving back. */
  amountOf?(handle: Handle): number;
  /** Takes back an amount that was granted to a process which is withdrawn after all. */
  giveBack?(amount: number): void;
  /** Takes back the thing that a handle was granted, whose event has fired, unless it has been taken out of its hands. */
  takeBack?(handle: Handle): void;
}
