/** A mark on an axis of dates. */
export interface DateTick {
  /** Index of the date. */
  readonly day: number;
  readonly label: string;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Marks for consecutive ISO dates, about eight at most: first days of months if there are two or more, else at equal
 * steps of days. The year stands below the first mark and below each that begins another.
 */
export function dateTicks(days: readonly string[]): DateTick[] {
  const firsts = [...days.keys()].filter((day) => days[day]!.endsWith("-01"));
  const whole = firsts.length >= 2;
  const candidates = whole ? firsts : [...days.keys()];
  const every = Math.ceil(candidates.length / 8);
  let year = "";
  return candidates
    .filter((_, index) => index % every === 0)
    .map((day) => {
      const [inYear = "", month = "", date = ""] = days[day]!.split("-");
      const name = months[Number(month) - 1] ?? month;
      const label = `${whole ? "" : `${Number(date)} `}${name}`;
      const shown = inYear === year ? label : `${label}\n${inYear}`;
      year = inYear;
      return { day, label: shown };
    });
}
