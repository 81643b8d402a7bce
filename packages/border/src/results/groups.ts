import type { Histogram } from "@mpp-sim/engine";
import { type Cells, PeopleRows, type Who } from "../ledger/people-rows.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, exemptionKinds } from "../parameters/vocabulary.ts";
import type { FinishedRun } from "./finished-run.ts";
import { type Measure, once } from "./measure.ts";

/** Sorts of groups of which fewer figures are known, or worth a row. */
export type Sort = "children" | "grown" | "kind" | "nationality" | "exemption" | "scripted" | "returned";

/** People of whom figures are reported. */
export interface Group {
  /** What names begin with: `sector.tucson`, `system`. */
  readonly place: string;
  /** What stands in names behind what is counted: `family`, `family.nationality.gtm`; nothing of all people of the place. */
  readonly kind: string;
  /** For definitions. */
  readonly who: string;
  readonly cells: Cells;
  /** Hours of their journeys that have ended, persons. */
  readonly journeys: (model: FinishedRun) => Histogram;
  /** Names of their figures that are among the measures already. */
  readonly made: Set<string>;
  /** What they are, of sorts of which fewer figures are known. */
  readonly sorts: readonly Sort[];
}

/** A group by one sector of arrival, category, nationality or kind of exemption (index), or by several of these. */
export type By = Omit<Who, "sectors"> & { readonly sector?: number };

/** Makes figures of people by name, as in `released.cause.no-seat`. */
export type PeopleOf = (by: By, ...names: readonly string[]) => Measure[];

const family = categories.indexOf("family");
const child = categories.indexOf("unaccompanied-child");
export const underOne = exemptionKinds.indexOf("underOne");

/** The groups of people of a scenario. */
export class Groups {
  /** Sectors that tell kinds of exemption apart. */
  readonly told: readonly number[];
  /** Groups that the scenario writes down and names, with their index. */
  readonly scripted: readonly (readonly [index: number, group: Group])[];
  private readonly parameters: BorderParameters;
  private readonly rows: PeopleRows;
  private readonly known = new Map<string, Group>();

  constructor(parameters: BorderParameters) {
    this.parameters = parameters;
    this.rows = new PeopleRows(parameters);
    this.scripted = parameters.scripted.flatMap(({ id }, index) => {
      if (id === undefined) return [];
      const cells = this.rows.ofScripted(index);
      return [[index, groupOf(`group.${id}`, "", "people of this group", cells, ["scripted"])] as const];
    });
    this.told = [...parameters.sectors.keys()].filter(
      (sector) => parameters.sectors[sector]!.eligibility.exemptKinds !== undefined,
    );
  }

  /** Every group of which all figures are reported: of each place and kind, and of sector × category and nationality × category. */
  all(): Group[] {
    const { cities, nationalities, sectors } = this.parameters;
    const places: By[] = [{}, ...[...sectors.keys()].map((sector) => ({ sector }))];
    const kinds: By[] = [{}, ...[...categories.keys()].map((category) => ({ category }))];
    const reasons = this.told.length === 0 ? [] : [...exemptionKinds.keys()];
    return [
      ...places.flatMap((place) => kinds.map((kind) => this.by({ ...place, ...kind }))),
      ...[...nationalities.keys()].flatMap((nationality) => kinds.map((kind) => this.by({ nationality, ...kind }))),
      ...reasons.map((exemption) => this.by({ exemption })),
      ...this.told.map((sector) => this.by({ sector, exemption: underOne })),
      ...this.scripted.map(([, group]) => group),
      ...cities.map(({ id }, city) =>
        groupOf(`city.${id}`, "", "people returned to this city", this.rows.ofCity(city), ["returned"]),
      ),
    ];
  }

  /** Those under one are counted with the whole family: infants. */
  by(by: By): Group {
    const key = [by.sector, by.category, by.nationality, by.exemption].join();
    const group = this.known.get(key) ?? this.make(by);
    this.known.set(key, group);
    return group;
  }

  private make({ sector, category, nationality, exemption }: By): Group {
    const { parameters, rows, told } = this;
    const isInfants = exemption === underOne;
    const code = nationality === undefined ? "" : parameters.nationalities[nationality]!;
    const reason = exemption === undefined ? "" : exemptionKinds[exemption]!;
    const places = exemption === undefined ? [...parameters.sectors.keys()] : told;
    const kinds = [
      [category === undefined ? "" : categories[category]!, `category ${categories[category!]}`],
      [code && `nationality.${code.toLowerCase()}`, `nationality ${code}`],
      [
        reason && (isInfants ? "infants" : `exemption.${reason}`),
        isInfants ? "families whose youngest is under one" : `people of the exemption kind ${reason}, exempt or not`,
      ],
    ].filter(([name]) => name !== "");
    const where = sector === undefined ? "all sectors" : "by sector of arrival";
    return groupOf(
      sector === undefined ? "system" : `sector.${parameters.sectors[sector]!.id}`,
      kinds.map(([name]) => name).join("."),
      [...kinds.map(([, words]) => words), where].join(", "),
      rows.of({
        sectors: sector === undefined ? places : [sector],
        category: isInfants ? family : category,
        nationality,
        exemption,
      }),
      sortsOf({ category, nationality, exemption }),
    );
  }
}

function groupOf(place: string, kind: string, who: string, cells: Cells, sorts: readonly Sort[]): Group {
  return {
    place,
    kind,
    who,
    cells,
    sorts,
    made: new Set(),
    journeys: once(({ tallies }) => tallies.journeysOf(cells)),
  };
}

function sortsOf({ category, nationality, exemption }: By): Sort[] {
  const isKind = category ?? nationality ?? exemption;
  return [
    ...(category === child ? ["children" as const] : []),
    ...((category ?? child) !== child || exemption !== undefined ? ["grown" as const] : []),
    ...(isKind === undefined ? [] : ["kind" as const]),
    ...(nationality === undefined ? [] : ["nationality" as const]),
    ...(exemption === undefined ? [] : ["exemption" as const]),
  ];
}
