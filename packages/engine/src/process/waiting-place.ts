import type { Handle } from "../core/handle.ts";

/**
 * Where a process can wait: the event list, a resource, a line. These are the methods by which the engine withdraws a
 * process.
 */
export interface WaitingPlace {
  /** Withdraws a request, as if it had not been made; false when it is too late. */
  cancel(handle: Handle): boolean;
  /** Whether it is still to come: it waits, or the event that ends its wait has not fired. */
  isPending(handle: Handle): boolean;
  /** Whether what it waits for has been granted; the event that says so is still to fire. */
  isGranted?(handle: Handle): boolean;
  /** Amount that a waiting handle will hold once granted. Only for places where what is held must be given back. */
  amountOf?(handle: Handle): number;
  /** Takes back an amount that was granted to a process that is then withdrawn. */
  giveBack?(amount: number): void;
  /** Takes back the item granted to a handle whose event has fired, unless the process has received it. */
  takeBack?(handle: Handle): void;
}
