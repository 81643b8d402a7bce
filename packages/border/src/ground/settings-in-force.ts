import type { Simulation, Stateful, StateTransfer } from "@mpp-sim/engine";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import {
  type LaterSettings,
  type Mechanism,
  mechanisms,
  type PlaceSection,
  placeSections,
  type SettingsOf,
} from "../parameters/later-settings.ts";
import { type Timeline, valueAt } from "../parameters/timeline.ts";
import type { Changes } from "./changes.ts";
import { priority } from "./priorities.ts";

type Section = PlaceSection | Mechanism;

interface Act {
  readonly section: Section;
  readonly act: (index: number, before: never) => void;
}

/**
 * The settings in force. A part of the model reads them from `parameters` when it needs them, which costs a field. If settings
 * change on dates, the event of the date replaces the old ones with the new ones.
 */
export class SettingsInForce implements Stateful {
  /** In force. The object that was given, if nothing changes. */
  readonly parameters: BorderParameters;
  private readonly later: readonly LaterSettings[];
  private readonly derived: (() => void)[] = [];
  private readonly acts: Act[] = [];
  /** Up to when changes have been made. */
  private asOf = 0;
  private readonly simulation: Simulation;

  constructor(simulation: Simulation, given: BorderParameters) {
    this.simulation = simulation;
    this.later = given.later ?? [];
    this.parameters = this.later.length === 0 ? given : ownPlaces(given);
    for (const later of this.later) this.put(later);
  }

  /** Plans the changes of settings, each before everything else at its instant. It names its events last, after all parts. */
  watch(changes: Changes): void {
    // Every part has a number, whether its settings change or not, so that a new change in one leaves the events of others as they are.
    const numbered = partsOf(this.parameters).map(({ section, index }) =>
      this.later.find((one) => one.section === section && one.index === index),
    );
    changes.watch(
      "settings",
      numbered.map((later): Timeline<unknown> => later?.settings ?? []),
      (number) => this.change(numbered[number]!),
      priority.settings,
    );
  }

  /** Makes what a part derives from settings: now, and again whenever settings have changed. */
  derive(make: () => void): void {
    this.derived.push(make);
    make();
  }

  /** Calls `act` when settings of a section have changed, with those that held before. */
  onChange<S extends Section>(section: S, act: (index: number, before: SettingsOf<S>) => void): void {
    this.acts.push({ section, act });
  }

  transfer(state: StateTransfer): void {
    this.asOf = state.number(this.asOf);
    for (const later of this.later) this.put(later);
    for (const make of this.derived) make();
  }

  private change(later: LaterSettings): void {
    this.asOf = this.simulation.now;
    const before = this.put(later);
    for (const make of this.derived) make();
    for (const { section, act } of this.acts) if (section === later.section) act(later.index, before as never);
  }

  /** Puts the settings of the moment in their place, and returns those that were there. */
  private put({ section, index, settings }: LaterSettings): unknown {
    const value = valueAt<unknown>(settings, this.asOf);
    const all = this.parameters as unknown as Record<string, unknown>;
    const places = all[section];
    if (!Array.isArray(places)) {
      all[section] = value;
      return places;
    }
    const before: unknown = places[index];
    places[index] = value;
    return before;
  }
}

/** All places and mechanisms, in a fixed order. */
function partsOf(parameters: BorderParameters): { readonly section: Section; readonly index: number }[] {
  return [
    ...placeSections.flatMap((section) => (parameters[section] ?? []).map((_, index) => ({ section, index }))),
    ...mechanisms.map((section) => ({ section, index: 0 })),
  ];
}

/** The same with lists of places that are its own. */
function ownPlaces(given: BorderParameters): BorderParameters {
  const lists = placeSections.flatMap((section) => (given[section] ? [[section, [...given[section]]] as const] : []));
  return { ...given, ...Object.fromEntries(lists) };
}
