import type { Timeline } from "@mpp-sim/border";
import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import type { ScenarioReader } from "../scenario-reader.ts";
import type { FileInForce, ScenarioFile } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, nodeAt } from "../text/locate.ts";
import type { MapNode } from "../text/tree.ts";
import { Dated, inForce, type Leaf, replaced } from "../values/calendar.ts";
import { type Named, NameIn } from "../values/setting.ts";
import type { ReadBefore } from "./read-before.ts";
import { readTable, type Table } from "./tables.ts";
import { zoneTable } from "./zone-table.ts";

export type Path = readonly PropertyKey[];

/** Sections of a file that hold places by name. */
export type PlacesOf = Exclude<Named, "nationalities"> | "interviews" | "usShelters";

/** A place of a section, as a file describes it on one date. */
export type PlaceOf<Section extends PlacesOf> = NonNullable<FileInForce[Section]>[string];

/** As the border model takes them: a name is an index, and dates are instants. */
export type Resolved<T> =
  T extends Dated<infer Value>
    ? Timeline<Value>
    : T extends NameIn
      ? number
      : T extends Leaf
        ? T
        : T extends object
          ? { [Key in keyof T]: Resolved<Exclude<T[Key], undefined>> }
          : T;

/** What a scenario is compiled from. */
export interface Given {
  /** With the calendars of its settings. */
  readonly written: ScenarioFile;
  readonly tree: MapNode;
  readonly read: ScenarioReader["read"];
  readonly diagnostics: Diagnostics;
  readonly before: ReadBefore;
}

/** What all parts of the compilation share: the file on one date and as read, the places of its settings, its tables and time zones. */
export class CompileContext {
  readonly file: FileInForce;
  readonly written: ScenarioFile;
  readonly firstDay: number;
  readonly endDay: number;
  readonly diagnostics: Diagnostics;
  /** Sentences that every reader of a result should see, beside those of the file. */
  readonly notes: string[] = [];
  readonly before: ReadBefore;
  private readonly given: Given;
  private readonly zones: Map<string, ZoneTable>;
  private readonly others = new Map<number, CompileContext>();

  /** As it is on the first date of the period, or on `day`. */
  constructor(given: Given, day = given.written.period.from, zones = new Map<string, ZoneTable>()) {
    const { written, diagnostics, before } = given;
    this.given = given;
    this.written = written;
    this.diagnostics = diagnostics;
    this.before = before;
    this.zones = zones;
    this.file = inForce(written, day);
    this.firstDay = written.period.from;
    this.endDay = written.period.to + 1;
  }

  /** The same on another date. */
  on(day: number): CompileContext {
    const on = this.others.get(day) ?? new CompileContext(this.given, day, this.zones);
    this.others.set(day, on);
    return on;
  }

  error(path: Path, message: string): void {
    this.diagnostics.errorAt(this.given.tree, path, message);
  }

  warning(path: Path, message: string): void {
    this.diagnostics.warningAt(this.given.tree, path, message);
  }

  /** Whether a setting is written in the file itself, or on the command line, and not in a file it builds on. */
  isOwn(path: Path): boolean {
    const { file, line } = locate(this.given.tree, path);
    return line === 0 || file === this.given.tree.place.file;
  }

  /** Names of a section in the order of their indices. */
  names(section: Named | "interviews" | "usShelters"): readonly string[] {
    return section === "nationalities" ? this.file.nationalities : Object.keys(this.file[section] ?? {});
  }

  /** A place by a name that has been checked before. */
  place<Section extends PlacesOf>(section: Section, id: string): PlaceOf<Section> {
    return this.file[section]?.[id] as PlaceOf<Section>;
  }

  /** Settings as the model takes them, of a place in a time zone. */
  resolved<T>(settings: T, zone: ZoneTable): Resolved<T> {
    const leaf = (one: unknown): unknown =>
      one instanceof Dated ? this.timeline(one, zone) : one instanceof NameIn ? this.index(one) : one;
    return replaced(settings, leaf) as Resolved<T>;
  }

  /** Index of a name that has been checked before. */
  index({ section, name }: NameIn): number {
    return this.names(section).indexOf(name);
  }

  /** Table of a time zone; its name has been checked before. */
  zone(name: string): ZoneTable {
    const table = this.zones.get(name) ?? zoneTable(name, this.firstDay, this.endDay);
    this.zones.set(name, table);
    return table;
  }

  /** Time zone of a sector. */
  zoneOfSector(sector: string): ZoneTable {
    return this.zone(this.file.sectors[sector]?.timeZone ?? "UTC");
  }

  /** Instants in place of dates: each value holds from local midnight of its date. A date that changes nothing is left out. */
  timeline<T>({ entries }: Dated<T>, zone: ZoneTable): Timeline<T> {
    const calendar = new LocalCalendar(zone);
    return entries
      .filter(({ value }, index) => index === 0 || !isSame(value, entries[index - 1]?.value))
      .map(({ from, value }) => ({ from: from === Number.NEGATIVE_INFINITY ? from : calendar.midnight(from), value }));
  }

  /** The table that the setting at `path` names, from beside the file that names it. Undefined after reporting why it cannot be used. */
  table(reference: string, path: Path, columns: readonly string[]): Table | undefined {
    const { before, diagnostics, read, tree } = this.given;
    const from = nodeAt(tree, path)?.place.file;
    const found = read(reference, from);
    const key = `${found.file} ${columns.join(",")}`;
    if (!before.tables.has(key)) {
      const refuse = (problem: string): void => this.error(path, problem);
      before.tables.set(key, readTable(found, columns, refuse, diagnostics));
    }
    return before.tables.get(key);
  }
}

/** Whether two plain values, or lists of them, are the same. */
function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((one, index) => isSame(one, b[index]))
    : Object.is(a, b);
}
