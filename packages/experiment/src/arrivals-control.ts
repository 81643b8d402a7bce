import { type BorderParameters, categories } from "@mpp-sim/border";

/** Arrivals as a control variate of a measure. */
export interface ArrivalsControl {
  /** The measure that counts them. */
  readonly name: string;
  /** Its true mean, as it follows from the scenario: persons. */
  readonly expected: number;
}

/** Later than any period ends, in hours: nobody crosses any more. */
const afterAll = 1e9;

/**
 * The arrivals that go with a measure: those of its sector and category, of its sector, or of the whole border. Undefined for a measure of something
 * else, and where arrivals are not drawn at rates that are known beforehand: with displacement, further attempts, groups at given moments, or large
 * groups that exceed the rate of all.
 * @example arrivalsControl(parameters, "sector.tucson.released.family")?.name // => "sector.tucson.arrivals.family"
 */
export function arrivalsControl(
  { sectors, scripted, displacement, tryAgain, later = [] }: BorderParameters,
  measure: string,
): ArrivalsControl | undefined {
  if (displacement || tryAgain || scripted.length > 0) return undefined;
  if (later.some(({ section }) => section === "displacement" || section === "tryAgain")) return undefined;
  const [, place = "", sector] = /^(system|sector\.([^.]+))\./.exec(measure) ?? [];
  if (place === "") return undefined;
  const category = categories.findIndex((one) => measure.split(".").includes(one));
  const counted = sectors
    .filter(({ id }) => sector === undefined || id === sector)
    .flatMap(({ arrivals }) => arrivals)
    .filter((arrival) => category === -1 || arrival.category === category);
  const isMet = ({ persons, large }: (typeof counted)[number]): boolean =>
    large === undefined ||
    [...persons.times, ...large.groups.times].every(
      (time) => persons.rateAt(time) >= large.groups.rateAt(time) * large.persons.mean,
    );
  if (!counted.every(isMet)) return undefined;
  return {
    name: [place, "arrivals", ...(category === -1 ? [] : [categories[category]])].join("."),
    expected: counted.reduce((sum, { persons }) => sum + persons.integral(afterAll), 0),
  };
}
