/** Days are whole numbers since 1970-01-01; day 0 was a Thursday. */

/**
 * Day number of an ISO date such as 2019-11-22 (Hinnant, chrono-compatible low-level date algorithms).
 * @throws RangeError if the text is not a date that exists
 */
export function dayNumber(iso: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) throw new RangeError(`date must be written YYYY-MM-DD, got ${iso}`);
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const number = dayOfCivil(year, month, day);
  if (isoDate(number) !== iso) throw new RangeError(`date must exist in the calendar, got ${iso}`);
  return number;
}

/** Day number of year, month (1 to 12) and day of the month. */
export function dayOfCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month (1 to 12) and day of the month of a day number. */
export function civilOfDay(dayNumber: number): readonly [year: number, month: number, day: number] {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

/** ISO date of a day number. */
export function isoDate(day: number): string {
  const [year, month, date] = civilOfDay(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Day of the week, Monday = 0. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
