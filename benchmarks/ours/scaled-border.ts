import type { BorderParameters, Timeline } from "@mpp-sim/border";
import { PiecewiseRate } from "@mpp-sim/engine";

/** The same border with so many times the arrivals and so many times of everything that they meet. */
export function scaledBorder(parameters: BorderParameters, scale: number): BorderParameters {
  const rate = ({ times, rates }: PiecewiseRate) =>
    new PiecewiseRate(
      times,
      rates.map((one) => one * scale),
    );
  const count = (timeline: Timeline<number>): Timeline<number> =>
    timeline.map(({ from, value }) => ({ from, value: value * scale }));
  return {
    ...parameters,
    sectors: parameters.sectors.map((sector) => ({
      ...sector,
      arrivals: sector.arrivals.map(({ large, ...arrival }) => ({
        ...arrival,
        persons: rate(arrival.persons),
        ...(large && { large: { ...large, groups: rate(large.groups) } }),
      })),
      custody: { ...sector.custody, capacity: count(sector.custody.capacity) },
      processing: { ...sector.processing, agents: count(sector.processing.agents) },
    })),
    buses: parameters.buses.map((bus) => ({ ...bus, seats: count(bus.seats) })),
    interviewUnits: parameters.interviewUnits.map((unit) => ({ ...unit, officers: count(unit.officers) })),
    returnLimits: parameters.returnLimits.map((limit) => ({ ...limit, perDay: count(limit.perDay) })),
    cities: parameters.cities.map((city) => ({ ...city, beds: count(city.beds) })),
    courts: parameters.courts.map((court) => ({ ...court, rooms: count(court.rooms) })),
  };
}
