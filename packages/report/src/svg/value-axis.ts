import { formatNumber } from "../format/number.ts";
import { shortened } from "../format/plain.ts";

/** Where the values of a setting lie on an axis. */
export interface ValueAxis {
  readonly at: (value: string) => number;
  readonly ticks: number[];
  readonly label: (at: number) => string;
  /** Of the figures; empty where they have none, or are no figures. */
  readonly unit: string;
}

/** So many figures fit below an axis. */
const mostTicks = 8;
/** Letters of a value below an axis. */
const longest = 14;

/** At their figures, if all are figures of one unit; else one after the other, in the order given. */
export function valueAxis(values: readonly string[]): ValueAxis {
  const distinct = [...new Set(values)];
  const parts = distinct.map((value) => /^([-+]?\d+(?:\.\d+)?)\s*([^\d\s:-].*)?$/.exec(value));
  const unit = parts[0]?.[2] ?? "";
  if (parts.every((part) => part && (part[2] ?? "") === unit)) {
    const figures = new Map(distinct.map((value, index) => [value, Number(parts[index]?.[1])]));
    const at = [...new Set(figures.values())].sort((a, b) => a - b);
    return {
      at: (value) => figures.get(value) as number,
      ticks: at.length <= mostTicks ? at : [at[0], at.at(-1)].flatMap((end) => end ?? []),
      label: formatNumber,
      unit: unit === "" ? "" : `in ${unit}`,
    };
  }
  return {
    at: (value) => distinct.indexOf(value),
    ticks: [...distinct.keys()],
    label: (at) => shortened(distinct[at] ?? "", longest),
    unit: "",
  };
}
