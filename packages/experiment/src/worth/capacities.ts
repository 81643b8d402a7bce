import { parameterValues, type Scenario, settingText } from "@mpp-sim/scenario";
import { withMore } from "./with-more.ts";

/** A capacity of a scenario, and what a run tries it with. */
export interface Capacity {
  /** Of its setting: `buses.tucson-el-paso.seats`. */
  readonly path: string;
  /** The place that has it, with its section: `buses.tucson-el-paso`. */
  readonly place: string;
  /** How much more is tried, in words: `a seat on every trip`. */
  readonly label: string;
  /** The setting with so much more, as `set` of `loadScenario` takes it. */
  readonly settings: readonly { readonly path: string; readonly value: string }[];
}

/** Every capacity that the scenario gives and that can be more, in the order of the schema, which names them. */
export function capacitiesOf(scenario: Scenario): readonly Capacity[] {
  return parameterValues(scenario).flatMap(({ more, given }) => {
    if (more === undefined) return [];
    return given.flatMap(({ path, written }) => {
      const [section, place = ""] = path.split(".");
      const value = section === "variants" ? undefined : withMore(written, more.step);
      if (value === undefined) return [];
      const settings = [{ path, value: settingText(value) }];
      return [{ path, place: `${section}.${place}`, label: more.label, settings }];
    });
  });
}

/**
 * The capacities that people in focus meet on their way first: seats of the bus, officers who interview where it leads, places of the limit.
 * Those of them that the scenario names no focus for are left out.
 */
export function capacitiesInFocus(scenario: Scenario): readonly Capacity[] {
  const { focus, parameters } = scenario;
  const bus = parameters.buses.find(({ id }) => id === focus.bus);
  const hub = bus?.to ?? parameters.sectors.findIndex(({ id }) => id === focus.sector);
  const units = parameters.interviewUnits.filter(({ serves }) => serves.includes(hub)).map(({ id }) => id);
  const wanted = [
    ...(bus ? [`buses.${bus.id}.seats`] : []),
    ...units.map((unit) => `interviews.${unit}.officers`),
    ...(focus.limit === undefined ? [] : [`returnLimits.${focus.limit}.limit`]),
  ];
  if (wanted.length === 0) return [];
  const all = capacitiesOf(scenario);
  return wanted.flatMap((path) => all.filter((one) => one.path === path));
}

/** The capacities of all places that the people in focus may come to on their way to a hearing; all there are where none is in focus. */
export function capacitiesOnTheWay(scenario: Scenario): readonly Capacity[] {
  const all = capacitiesOf(scenario);
  const { sectors, buses, returnPoints, returnLimits, interviewUnits, cities, courts } = scenario.parameters;
  const sector = sectors.findIndex(({ id }) => id === scenario.focus.sector);
  if (sector === -1) return all;
  const { pathways } = sectors[sector] as (typeof sectors)[number];
  const hubs = new Set([sector, ...pathways.map(({ hub }) => hub)]);
  const points = new Set(pathways.flatMap((pathway) => pathway.points.map(({ point }) => point)));
  const reached = [...points].flatMap((point) => returnPoints[point] ?? []);
  const named = (section: string, places: readonly { readonly id: string }[], keep: (place: number) => boolean) =>
    places.flatMap(({ id }, place) => (keep(place) ? [`${section}.${id}`] : []));
  const way = new Set([
    ...named("sectors", sectors, (place) => hubs.has(place)),
    ...named("buses", buses, (place) => buses[place]?.from === sector),
    ...named(
      "interviews",
      interviewUnits,
      (place) => interviewUnits[place]?.serves.some((hub) => hubs.has(hub)) === true,
    ),
    ...named("returnPoints", returnPoints, (place) => points.has(place)),
    ...named(
      "returnLimits",
      returnLimits,
      (place) => returnLimits[place]?.through.some((point) => points.has(point)) === true,
    ),
    ...named("cities", cities, (place) => reached.some(({ city }) => city === place)),
    ...named("courts", courts, (place) => reached.some(({ court }) => court === place)),
  ]);
  return all.filter(({ place }) => way.has(place));
}
