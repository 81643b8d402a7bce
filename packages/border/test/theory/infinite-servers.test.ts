import { fixed, LocalCalendar, PiecewiseRate } from "@mpp-sim/engine";
import { describe, expect, it } from "vitest";
import { always, BorderModel, type BorderParameters } from "../../src/index.ts";
import { adult, arrivals, border, city, court, onFoot, returnPoint, sector, startOn } from "../parameters.ts";

/**
 * Where nobody stands in anybody's way every place is an M_t/M/∞ (or, in custody, M_t/D/∞) station: with Poisson arrivals at the rate
 * λ(t) the number there is Poisson, with a mean m(t) that solves m' = λ - θ m (Eick, Massey and Whitt 1993, The physics of the
 * M_t/G/∞ queue, Operations Research 41(4)).
 */
const start = startOn("2019-07-10");
const { denver } = start;
const days = 12;
const midnight = new LocalCalendar(denver).midnight(start.firstDay);
/** Hours from the first local midnight. */
const blocks = Array.from({ length: 2 * days }, (_, index) => 12 * index);
/** A busy half of each day, and three times as many from the sixth day on. */
const rates = blocks.map((hour) => (hour % 24 === 0 ? 1 : 3) * (hour < 5 * 24 ? 1 : 3));

const processingHours = 10;
const leaveRate = 0.25 / 24;
const acceptance = 0.3;
const parameters: BorderParameters = border(start, days, {
  sectors: [
    sector("el-paso", {
      zone: denver,
      processing: { agents: always(1_000_000), time: [fixed(processingHours), fixed(0), fixed(0)] },
      pathways: [onFoot(0, 0)],
      arrivals: [
        {
          ...arrivals(denver, days, 1, { category: adult }),
          persons: new PiecewiseRate(
            [...blocks, 24 * days].map((hour) => midnight + hour),
            [...rates, 0],
          ),
        },
      ],
    }),
  ],
  returnPoints: [returnPoint("paso-del-norte", { sector: 0, zone: denver })],
  cities: [city("ciudad-juarez", { zone: denver, beds: always(1_000_000), acceptance, leaveRate, leaveTo: [1, 0, 0] })],
  courts: [court("el-paso", { zone: denver })],
});

/** Integral of λ(u) e^(-θ (t - u)) over a stretch of time before `t`, block by block, in closed form. */
function present(t: number, { from = 0, to = t, rate = 0 }: { from?: number; to?: number; rate?: number }): number {
  return blocks.reduce((sum, hour, index) => {
    const [low, high] = [Math.max(hour, from), Math.min(hour + 12, to)];
    if (high <= low) return sum;
    const weight = rate === 0 ? high - low : (Math.exp(-rate * (t - high)) - Math.exp(-rate * (t - low))) / rate;
    return sum + rates[index]! * weight;
  }, 0);
}

describe("with room for everyone", () => {
  const replications = 200;
  const times = [30, 75, 5 * 24, 6 * 24 + 5, 8.5 * 24, 12 * 24];
  /** `levels[time][replication]`: in custody, in a shelter, elsewhere. */
  const levels = times.map(() => [] as (readonly [number, number, number])[]);
  for (let replication = 0; replication < replications; replication++) {
    const model = new BorderModel(parameters, { seed: "infinite servers", replication });
    times.forEach((time, index) => {
      model.ground.simulation.run(midnight + time);
      const { cities, whereabouts } = model.view;
      levels[index]!.push([whereabouts.levels[0]!.level, cities.sheltered[0]!.level, cities.declined[0]!.level]);
    });
  }
  // People reach the city the processing later, so that it sees the rate of so many hours ago.
  const inCity = (time: number): number => present(time - processingHours, { rate: leaveRate });
  const means: readonly (readonly [string, (time: number) => number])[] = [
    ["custody", (time) => present(time, { from: time - processingHours })],
    ["the shelter", (time) => acceptance * inCity(time)],
    ["the city outside it", (time) => (1 - acceptance) * inCity(time)],
  ];

  it.each(
    means.flatMap(([place, mean], column) => times.map((time, index) => [place, time, mean, column, index] as const)),
  )(
    "the number in %s after %d hours is Poisson with the mean of theory, within 99.9 %%",
    (_place, time, mean, column, index) => {
      const theory = mean(time);
      const found = levels[index]!.map((level) => level[column]!);
      const average = found.reduce((sum, level) => sum + level, 0) / replications;
      expect(theory).toBeGreaterThan(5);
      expect(Math.abs(average - theory)).toBeLessThan(3.291 * Math.sqrt(theory / replications));
      const variance = found.reduce((sum, level) => sum + (level - average) ** 2, 0) / (replications - 1);
      expect(Math.abs(variance / theory - 1)).toBeLessThan(3.291 * Math.sqrt((2 + 1 / theory) / replications));
    },
  );
});
