import type { UniformSource } from "@mpp-sim/engine";
import { exponentialDelay } from "./draws.ts";
import type { Delays } from "./measure/program.ts";

/** How the events of the hold model are spaced, in hours. */
export interface DelayModel {
  readonly mean: number;
  /** Hours in which about `n` of `pending` events fire. */
  span(n: number, pending: number): number;
  /** The delay with which an event that has fired is scheduled again. */
  sample(source: UniformSource): number;
  /** What is left of a delay at an instant in the steady state: with such delays the calendar is filled. */
  remaining(source: UniformSource): number;
}

const hours = exponentialDelay(48);
const months = exponentialDelay(2400);

export const delayModels: Readonly<Record<Delays, DelayModel>> = {
  exponential: {
    mean: hours.mean,
    span: (n, pending) => (n / pending) * hours.mean,
    sample: (source) => hours.sample(source),
    remaining: (source) => hours.sample(source),
  },
  /** Custody for hours or the wait for a court date for months, as often the one as the other. */
  bimodal: {
    mean: (hours.mean + months.mean) / 2,
    span: (n, pending) => ((n / pending) * (hours.mean + months.mean)) / 2,
    sample: (source) => (source.uniform() < 0.5 ? hours : months).sample(source),
    // Whoever waits for months is met more often, by as much as that wait is longer.
    remaining: (source) => (source.uniform() * (hours.mean + months.mean) < hours.mean ? hours : months).sample(source),
  },
  /** All events at one instant of each hour: in the middle, so that a span of whole hours holds it. */
  ties: { mean: 1, span: (n, pending) => Math.ceil(n / pending), sample: () => 1, remaining: () => 0.5 },
};
