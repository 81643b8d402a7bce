import type { CensusCase, Timeline } from "@mpp-sim/border";
import { LocalCalendar, type ZoneTable } from "@mpp-sim/engine";
import type { ScenarioReader } from "../scenario-reader.ts";
import type { FileInForce, ScenarioFile } from "../schema/scenario-schema.ts";
import type { Diagnostics } from "../text/diagnostics.ts";
import { locate, nodeAt, pathText } from "../text/locate.ts";
import type { MapNode } from "../text/tree.ts";
import { inForce } from "../values/calendar.ts";
import type { DatedValue } from "../values/dated.ts";
import type { Named, NameOf } from "../values/setting.ts";
import { readTable, type Table } from "./tables.ts";
import { zoneTable } from "./zones.ts";

type Path = readonly PropertyKey[];
type Section = Exclude<Named, "nationalities"> | "interviews";

/**
 * What was read before, so that what variants share is read once: tables by their names, censuses by everything that their reading
 * depends on.
 */
export class ReadBefore {
  readonly tables: Map<string, Table | undefined> = new Map();
  readonly censuses: Map<string, readonly CensusCase[]> = new Map();
}

/** What all parts of the compilation share: the file on one date and as read, the places of its settings, its tables and time zones. */
export class CompileContext {
  readonly file: FileInForce;
  /** With the calendars of its settings. */
  readonly written: ScenarioFile;
  readonly firstDay: number;
  readonly endDay: number;
  readonly diagnostics: Diagnostics;
  /** Sentences that every reader of a result should see, beside those of the file. */
  readonly notes: string[] = [];
  private readonly tree: MapNode;
  private readonly read: ScenarioReader["read"];
  private readonly zones: Map<string, ZoneTable>;
  readonly before: ReadBefore;

  /** As it is on the first date of the period, or on `day`. */
  constructor(
    written: ScenarioFile,
    tree: MapNode,
    read: ScenarioReader["read"],
    diagnostics: Diagnostics,
    before: ReadBefore,
    day = written.period.from,
    zones = new Map<string, ZoneTable>(),
  ) {
    this.written = written;
    this.file = inForce(written, day);
    this.zones = zones;
    this.tree = tree;
    this.read = read;
    this.diagnostics = diagnostics;
    this.before = before;
    this.firstDay = written.period.from;
    this.endDay = written.period.to + 1;
  }

  /** The same on another date. */
  on(day: number): CompileContext {
    return new CompileContext(this.written, this.tree, this.read, this.diagnostics, this.before, day, this.zones);
  }

  error(path: Path, message: string): void {
    this.diagnostics.error(locate(this.tree, path), pathText(path), message);
  }

  warning(path: Path, message: string): void {
    this.diagnostics.warning(locate(this.tree, path), pathText(path), message);
  }

  /** Whether a setting is written in the file itself, or on the command line, and not in a file it builds on. */
  isOwn(path: Path): boolean {
    const { file, line } = locate(this.tree, path);
    return line === 0 || file === this.tree.place.file;
  }

  /** Names of a section in the order of their indices. */
  names(section: Section): string[] {
    return Object.keys(this.file[section] ?? {});
  }

  /** Index of a name; references have been checked before. */
  index<const Of extends Section>(section: Of, name: NameOf<NoInfer<Of>>): number {
    return this.names(section).indexOf(name);
  }

  /** Table of a time zone; its name has been checked before. */
  zone(name: string): ZoneTable {
    const table = this.zones.get(name) ?? zoneTable(name, this.firstDay, this.endDay);
    this.zones.set(name, table);
    return table;
  }

  /**
   * A calendar with instants in place of dates: each value holds from local midnight of its date. A date that changes nothing
   * is left out.
   */
  timeline<T>(values: readonly DatedValue<T>[], zone: ZoneTable): Timeline<T> {
    const calendar = new LocalCalendar(zone);
    return values
      .filter(({ value }, index) => index === 0 || !isSame(value, values[index - 1]?.value))
      .map(({ from, value }) => ({
        from: from === Number.NEGATIVE_INFINITY ? from : calendar.midnight(from),
        value,
      }));
  }

  /**
   * The table named by the setting at `path`, looked for beside the file that names it. Undefined after reporting why it cannot be used.
   */
  table(reference: string, path: Path, columns: readonly string[]): Table | undefined {
    const { tables } = this.before;
    const from = nodeAt(this.tree, path)?.place.file;
    const key = `${from ?? ""} ${reference} ${columns.join(",")}`;
    if (!tables.has(key)) {
      tables.set(
        key,
        readTable(this.read(reference, from), columns, (problem) => this.error(path, problem), this.diagnostics),
      );
    }
    return tables.get(key);
  }
}

/** Whether two plain values, or lists of them, are the same. */
function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((one, index) => isSame(one, b[index]))
    : Object.is(a, b);
}
