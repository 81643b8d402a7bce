import { InputError } from "../input-error.ts";

/** What `--target` says: a measure, a bound for it, and with what probability a replication is to keep it. */
export interface TargetAsked {
  readonly measure: string;
  readonly sign: "<=" | ">=";
  /** A share as a part of 1. */
  readonly bound: number;
  /** Strictly between 0 and 1. */
  readonly probability: number;
}

/**
 * Reads `MEASURE <= X with 90 %`; X may be in per cent.
 * @throws InputError if it is not of that form
 */
export function readTarget(text: string): TargetAsked {
  const parts = /^\s*(\S+?)\s*(<=|>=)\s*(-?\d+(?:\.\d+)?)\s*(%?)\s+with\s+(\d+(?:\.\d+)?)\s*%\s*$/.exec(text);
  const [, measure = "", sign, bound, percent, chance] = parts ?? [];
  const probability = Number(chance) / 100;
  if (parts === null || !(probability > 0 && probability < 1)) {
    throw new InputError(
      `--target must be MEASURE <= X with P %, for example 'system.released <= 100 with 90 %' (got ${text})`,
    );
  }
  return {
    measure,
    sign: sign as TargetAsked["sign"],
    bound: Number(bound) / (percent === "%" ? 100 : 1),
    probability,
  };
}
