import type { Handle, WaitingLine } from "@mpp-sim/engine";
import { pathwayOf } from "../../flow/pathway.ts";
import { type CaseRow, rowOf } from "../../ground/case-row.ts";
import { stage } from "../../ground/stage.ts";
import type { Ground } from "../../ground.ts";
import { valueAt } from "../../parameters/timeline.ts";
import type { FitRule } from "../../parameters/vocabulary.ts";

const undecided: readonly number[] = [stage.outside, stage.awaitingAgent, stage.processing];
const beforeBus: readonly number[] = [stage.awaitingOfficer, stage.interview];

/**
 * Boarding where those who crossed together stay together. A group boards when each of its cases is at the stop or is not coming:
 * while one of them is processed, or interviewed before the bus, the others wait for it and let others pass. Its place in the line
 * is that of its last case. A group larger than the whole bus boards case by case; what is left of it is the group from then on.
 */
export class GroupsAtBus {
  private readonly ground: Ground;
  private readonly bus: number;
  private readonly sector: number;
  private readonly line: WaitingLine;
  /** Groups of which somebody may still come. */
  private readonly incomplete: ReadonlySet<number>;

  /** `line` waits for the bus in the custody of `sector`. */
  constructor(ground: Ground, { bus, sector }: { readonly bus: number; readonly sector: number }, line: WaitingLine) {
    this.ground = ground;
    this.bus = bus;
    this.sector = sector;
    this.line = line;
    const { cases } = ground;
    this.incomplete = new Set([...cases.rows()].filter((row) => this.mayCome(row)).map((row) => cases.group[row]!));
  }

  /** Whether a case at the stop waits for others of its group. */
  waitsForOthers(row: CaseRow): boolean {
    return this.incomplete.has(this.ground.cases.group[row]!);
  }

  /** Takes those who board out of the line, and calls `board` for each. */
  take(places: number, fit: FitRule, board: (number: number) => void): void {
    const { parameters, simulation } = this.ground;
    const seats = valueAt(parameters.buses[this.bus]!.seats, simulation.now);
    let left = places;
    for (const unit of this.units()) {
      const parts = this.persons(unit) > seats ? unit.map((handle) => [handle]) : [unit];
      for (const part of parts) {
        const persons = this.persons(part);
        if (persons <= left) {
          left -= persons;
          for (const handle of part) {
            const number = this.line.subject(handle);
            this.line.leave(handle);
            board(number);
          }
        } else if (fit === "block") return;
      }
    }
  }

  /** Those who board together, in order: complete groups, and cases without a group. */
  private units(): readonly (readonly Handle[])[] {
    const { cases } = this.ground;
    const units = new Map<number, Handle[]>();
    for (let handle = this.line.first(); handle !== 0; handle = this.line.next(handle)) {
      const row = rowOf(this.line.subject(handle));
      if (this.waitsForOthers(row)) continue;
      // A case without a group is a group of its own.
      const group = cases.group[row] === 0 ? -1 - row : cases.group[row]!;
      const members = units.get(group) ?? [];
      // Set anew, so that it stands where its last case stands.
      units.delete(group);
      units.set(group, [...members, handle]);
    }
    return [...units.values()];
  }

  private persons(handles: readonly Handle[]): number {
    return handles.reduce((sum, handle) => sum + this.line.amount(handle), 0);
  }

  private mayCome(row: CaseRow): boolean {
    const { cases, whereabouts } = this.ground;
    if (cases.group[row] === 0 || cases.sector[row] !== this.sector || cases.isBack(row)) return false;
    if (undecided.includes(cases.stage[row]!)) return true;
    return (
      beforeBus.includes(cases.stage[row]!) &&
      pathwayOf(this.ground, row).bus === this.bus &&
      cases.place[row] === whereabouts.custody(this.sector)
    );
  }
}
