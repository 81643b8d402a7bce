/** Stays are counted in bins of 7.5 minutes, an exact binary fraction of an hour, so that "more than 72 hours" is exact. */
export const stayBinHours = 1 / 8;

const parts = 1048576;

/** Hours between two moments, to 2^-20 of an hour (3.4 ms): else, for moments are rounded, exactly 72 hours would often count as more. */
export function hoursBetween(from: number, to: number): number {
  return Math.round((to - from) * parts) / parts;
}

/** Days of a docket in so many hours: a part of a day is a whole one, but for what rounding adds. */
export function wholeDays(hours: number): number {
  return Math.ceil(hours / 24 - 1e-9);
}
