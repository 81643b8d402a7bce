import type { EventListKind } from "../event-list/event-list.ts";
import type { ProcessTable } from "../process/process-table.ts";
import type { UniformSource } from "../random/uniform-source.ts";
import { Events, type EventType } from "./events.ts";
import type { RunGoal, RunLimits, RunResult } from "./run-limits.ts";
import type { StateTransfer } from "./stateful.ts";
import { findStranded } from "./stranded.ts";
import { WaiterTable } from "./waiter-table.ts";

/** Limits on events unless others are given. */
const mostEvents = 1_000_000_000;
const mostAtOneInstant = 10_000_000;

/** Event count at which the budget is checked next. */
function budgetAfter(events: number): number {
  return (Math.floor(events / 4096) + 1) * 4096;
}

/** What can be too many at once, in words. */
const crowds = { pendingEvents: "pending events", waiters: "waiters", processes: "processes" } as const;

/** Events that are run: to a goal, within limits, with a result that says how the run ended. */
export abstract class Running extends Events {
  /** Rows of everything that stands in a line. @internal For the lines themselves. */
  readonly waiters: WaiterTable;
  /** @internal For the parts where processes wait. */
  abstract readonly processes: ProcessTable;
  private readonly limits: RunLimits;
  private budgetAt: number = budgetAfter(0);

  constructor(kind: EventListKind, ties: UniformSource | undefined, remember: number, limits: RunLimits) {
    super(kind, ties, remember);
    this.limits = limits;
    this.waiters = new WaiterTable(this.list);
  }

  /**
   * Runs to a time, to a goal, or to the last event. Events before the time fire, events at it do not; then the clock
   * is set to it. When a limit stops the run, pending events stay pending.
   * @throws RangeError if the time lies in the past or is not a number, or the number of events is not a whole number
   * from 0
   * @throws EventError if a handler throws: with the event, and what was thrown as its cause
   */
  run(goal: number | RunGoal = {}): RunResult {
    const { until = Number.POSITIVE_INFINITY, events, when } = typeof goal === "number" ? { until: goal } : goal;
    if (!(until >= this.now)) throw new RangeError(`until must not be before now (${this.now}), got ${until}`);
    if (events !== undefined && !(Number.isInteger(events) && events >= 0)) {
      throw new RangeError(`events must be a whole number from 0, got ${events}`);
    }
    try {
      return this.runTo(until, this.eventCount + (events ?? Number.POSITIVE_INFINITY), when);
    } catch (error) {
      throw this.failed(error);
    }
  }

  /** Where a run stands. */
  protected transferClock(state: StateTransfer): void {
    this.now = state.number(this.now);
    this.eventCount = state.number(this.eventCount);
    this.budgetAt = budgetAfter(this.eventCount);
    this.instantFrom = state.number(this.instantFrom);
  }

  private runTo(until: number, last: number, when: (() => boolean) | undefined): RunResult {
    const { list, limits } = this;
    const watched =
      when !== undefined ||
      limits.pendingEvents !== undefined ||
      limits.waiters !== undefined ||
      limits.processes !== undefined;
    list.until = until;
    let checkAt = this.eventCount;
    for (;;) {
      // One comparison an event: whatever depends on the number of events is checked only when it is due.
      if (this.eventCount >= checkAt) {
        const result = this.check(until, last, limits);
        if (result !== undefined) return result;
        checkAt = this.nextCheck(last, limits);
      }
      if (!list.take()) break;
      this.fire();
      if (watched) {
        if (when?.()) return this.complete("when");
        const limit = this.crowded(limits);
        if (limit !== undefined) return this.truncated(limit, `more than ${limits[limit]} ${crowds[limit]}`);
      }
    }
    if (until < Number.POSITIVE_INFINITY && until > this.now) {
      this.now = until;
      list.now = until;
      this.instantFrom = this.eventCount;
    }
    return this.complete();
  }

  private check(until: number, last: number, limits: RunLimits): RunResult | undefined {
    const { eventCount, list } = this;
    if (eventCount >= this.budgetAt) {
      this.budgetAt = budgetAfter(eventCount);
      if (limits.budget?.()) return this.truncated("budget", "the end of its budget");
    }
    if (eventCount >= last) return this.complete("events");
    const { events = mostEvents, eventsAtOneInstant = mostAtOneInstant } = limits;
    const next = list.nextTime();
    if (!(next < until)) return undefined;
    if (eventCount >= events) return this.truncated("events", `${events} events`);
    if (eventCount - this.instantFrom >= eventsAtOneInstant && next === this.now) {
      return this.truncated("eventsAtOneInstant", `${eventsAtOneInstant} events at one instant`);
    }
    return undefined;
  }

  /** The earliest event count at which something must be checked again. */
  private nextCheck(last: number, limits: RunLimits): number {
    const { events = mostEvents, eventsAtOneInstant = mostAtOneInstant } = limits;
    // When that many have fired at this instant, and the next event is later, that event may begin another such
    // instant.
    const instantEnd = Math.max(this.instantFrom + eventsAtOneInstant, this.eventCount + 1);
    return Math.min(last, events > this.eventCount ? events : Number.POSITIVE_INFINITY, this.budgetAt, instantEnd);
  }

  /** The limit that is exceeded, if any. */
  private crowded(limits: RunLimits): keyof typeof crowds | undefined {
    if (this.list.pending > (limits.pendingEvents ?? Number.POSITIVE_INFINITY)) return "pendingEvents";
    if (this.waiters.count > (limits.waiters ?? Number.POSITIVE_INFINITY)) return "waiters";
    return this.processes.living > (limits.processes ?? Number.POSITIVE_INFINITY) ? "processes" : undefined;
  }

  private complete(reached?: "events" | "when"): RunResult {
    const { now, eventCount: events, processes, waiters } = this;
    const waits = this.list.pending === 0 && (processes.living > 0 || waiters.count > 0);
    const stranded = waits
      ? findStranded(waiters, processes, (type, subject) => this.describe(type, subject))
      : undefined;
    return { status: "complete", ...(reached && { reached }), ...(stranded && { stranded }), now, events };
  }

  /** An event in words. */
  private describe(type: EventType, subject: number): string {
    const name = type === this.processes.resume ? this.processes.givenName(subject) : undefined;
    return `"${this.names[type]}" of ${name ?? `subject ${subject}`}`;
  }

  private truncated(limit: keyof RunLimits, what: string): RunResult {
    const { type, subject } = this.list;
    const last = this.eventCount === 0 ? "nothing was fired" : `the last event was ${this.describe(type, subject)}`;
    const message = `run stopped at ${what}, at time ${this.now}; ${last}${this.remembered()}`;
    return { status: "truncated", limit, message, now: this.now, events: this.eventCount };
  }
}
