import { dayNumber, isoDate } from "@mpp-sim/engine";
import { isMap } from "./reader.ts";
import type { Written } from "./setting.ts";
import { dimensions } from "./units.ts";

interface Figure {
  readonly value: number;
  readonly unit: string;
}

/**
 * What is written at a part of the way from one value to another, 0 at the first and 1 at the second: figures of one kind, dates, times
 * of day, and maps of them, in which what one end lacks is 0 there. Undefined of what has nothing between: words, lists, timetables.
 * `whole`: figures without fractions, each as likely as the next.
 */
export function blend(low: Written, high: Written, part: number, whole = false): Written | undefined {
  if (typeof low === "string" && typeof high === "string")
    return blendDates(low, high, part) ?? blendTimes(low, high, part) ?? blendFigures(low, high, part, whole);
  if (!isMap(low) || !isMap(high)) return undefined;
  const names = [...new Set([...Object.keys(low), ...Object.keys(high)])];
  const blended = names.map((name) => {
    const [from, to] = [low[name] ?? noneOf(high[name]), high[name] ?? noneOf(low[name])] as Written[];
    return [name, blend(from as Written, to as Written, part, whole)] as const;
  });
  return blended.every(([, value]) => value !== undefined) ? (Object.fromEntries(blended) as Written) : undefined;
}

/** Nothing of what the other end has: `40 %` to `0 %`. */
function noneOf(other: unknown): Written | undefined {
  const figure = typeof other === "string" ? figureOf(other) : undefined;
  return figure && textOf(0, figure.unit);
}

function figureOf(text: string): Figure | undefined {
  const parts = /^([-+]?\d+(?:\.\d+)?)\s*([^\d\s].*)?$/.exec(text.trim());
  return parts ? { value: Number(parts[1]), unit: parts[2] ?? "" } : undefined;
}

function textOf(value: number, unit: string): string {
  const figure = String(Number(value.toPrecision(12)));
  return unit === "" || unit.startsWith("/") ? `${figure}${unit}` : `${figure} ${unit}`;
}

function blendFigures(low: string, high: string, part: number, whole: boolean): string | undefined {
  const [from, to] = [figureOf(low), figureOf(high)];
  const units = Object.values(dimensions)
    .map((dimension): Readonly<Record<string, number>> => dimension.units)
    .find((known) => known[from?.unit ?? "?"] !== undefined && known[to?.unit ?? "?"] !== undefined);
  if (!from || !to || !units) return undefined;
  const end = (to.value * (units[to.unit] as number)) / (units[from.unit] as number);
  return textOf(between(from.value, end, part, whole), from.unit);
}

function between(from: number, to: number, part: number, whole: boolean): number {
  const apart = Math.abs(to - from);
  return from + Math.sign(to - from) * (whole ? Math.min(apart, Math.floor(part * (apart + 1))) : part * apart);
}

function blendDates(low: string, high: string, part: number): string | undefined {
  if (![low, high].every((end) => /^\d{4}-\d{2}-\d{2}$/.test(end))) return undefined;
  return isoDate(between(dayNumber(low), dayNumber(high), part, true));
}

function blendTimes(low: string, high: string, part: number): string | undefined {
  const [from, to] = [low, high].map((end) => /^(\d\d?):([0-5]\d)$/.exec(end));
  if (!from || !to) return undefined;
  const minutes = between(60 * Number(from[1]) + Number(from[2]), 60 * Number(to[1]) + Number(to[2]), part, true);
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
