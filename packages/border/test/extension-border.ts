import { fixed, type StateTransfer } from "@mpp-sim/engine";
import {
  always,
  type BorderParameters,
  type CaseRow,
  type Extensions,
  type Ground,
  numberOf,
  type Place,
  type PlaceFlow,
  type PlaceStep,
  rowOf,
  type SectorParameters,
  step,
} from "../src/index.ts";
import { border, city, court, group, many, moment, onFoot, returnPoint, sector, startOn } from "./parameters.ts";
import { run } from "./run.ts";

const start = startOn("2019-07-10");
const { denver } = start;
export const noon = moment(denver, "2019-07-10 12:00");

/** Ten adults come to El Paso at noon, which has two points; processing takes two hours, and the rest no time. */
export const elPaso = (given: Partial<SectorParameters> = {}, people = many(10)): BorderParameters =>
  border(start, 5, {
    sectors: [
      sector("el-paso", {
        zone: denver,
        processing: { agents: always(100), time: [fixed(2), fixed(2), fixed(2)] },
        pathways: [onFoot(0, 0), onFoot(0, 1)],
        ...given,
      }),
    ],
    returnPoints: [
      returnPoint("paso-del-norte", { sector: 0, zone: denver }),
      returnPoint("zaragoza", { sector: 0, zone: denver }),
    ],
    cities: [city("ciudad-juarez", { zone: denver })],
    courts: [court("el-paso", { zone: denver })],
    scripted: [{ ...group(noon, 0, people), id: "ten" }],
  });

/** A place where everyone who is let in stays so many hours. */
class Room implements Place {
  withdrawn = 0;
  private readonly ground: Ground;
  private readonly hours: number;
  private readonly lets: (row: CaseRow) => boolean;
  private readonly over;

  constructor(
    ground: Ground,
    flow: PlaceFlow,
    before: PlaceStep,
    id: string,
    hours: number,
    lets: (row: CaseRow) => boolean,
  ) {
    this.ground = ground;
    this.hours = hours;
    this.lets = lets;
    this.over = ground.simulation.eventType(`${id} over`, (number) => flow.next(rowOf(number), step[before]));
  }

  transfer(state: StateTransfer): void {
    this.withdrawn = state.number(this.withdrawn);
  }

  receives(row: CaseRow): boolean {
    return this.lets(row);
  }

  admit(row: CaseRow): void {
    this.ground.cases.event[row] = this.ground.simulation.schedule(this.hours, this.over, numberOf(row));
  }

  withdraw(row: CaseRow): void {
    this.withdrawn++;
    this.ground.simulation.cancel(this.ground.cases.event[row]!);
  }

  measure(name: string): number {
    return name === "withdrawn" ? this.withdrawn : Number.NaN;
  }
}

const everybody = () => true;
export const room = (
  id: string,
  before: PlaceStep,
  hours: number,
  { lets = everybody, of = "el-paso" }: { lets?: (row: CaseRow) => boolean; of?: string } = {},
) => ({
  id,
  sector: of,
  before,
  build: (ground: Ground, flow: PlaceFlow) => new Room(ground, flow, before, id, hours, lets),
  measures: [{ name: "withdrawn", unit: "cases", description: "Cases taken away" }],
});
export const measured = (parameters: BorderParameters, extensions: Extensions) =>
  run(parameters, { extensions }).measure;
