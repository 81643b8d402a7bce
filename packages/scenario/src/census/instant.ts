import { dayNumber, isoDate } from "@mpp-sim/engine";

const minutesADay = 1440;

/** An instant as UTC to the minute, `2019-11-22T06:00Z`, from hours since 1970. Past instants are rounded down, later ones up. */
export function instantText(hours: number, round: "down" | "up"): string {
  const minutes = (round === "down" ? Math.floor : Math.ceil)(Number((hours * 60).toFixed(6)));
  const day = Math.floor(minutes / minutesADay);
  const ofDay = minutes - day * minutesADay;
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${isoDate(day)}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}Z`;
}

/** Hours since 1970 of an instant written so; undefined if it is not one. */
export function hoursOfInstant(text: string): number | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})Z$/.exec(text);
  if (parts === null) return undefined;
  const [hours, minutes] = [Number(parts[2]), Number(parts[3])];
  if (hours > 23 || minutes > 59) return undefined;
  try {
    return dayNumber(parts[1] as string) * 24 + hours + minutes / 60;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
