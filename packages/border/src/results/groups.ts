import { type Cells, PeopleRows, type Who } from "../ledger/people-rows.ts";
import type { BorderParameters } from "../parameters/border-parameters.ts";
import { categories, exemptionKinds } from "../parameters/vocabulary.ts";
import type { Measure } from "./measure.ts";

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
  private readonly parameters: BorderParameters;
  private readonly rows: PeopleRows;

  constructor(parameters: BorderParameters) {
    this.parameters = parameters;
    this.rows = new PeopleRows(parameters);
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
      ...this.scripted().map(([, group]) => group),
      ...cities.map(({ id }, city) => ({
        place: `city.${id}`,
        kind: "",
        who: "people returned to this city",
        cells: this.rows.ofCity(city),
        sorts: ["returned"] as const,
      })),
    ];
  }

  /** Those under one are counted with the whole family: infants. */
  by({ sector, category, nationality, exemption }: By): Group {
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
    return {
      place: sector === undefined ? "system" : `sector.${parameters.sectors[sector]!.id}`,
      kind: kinds.map(([name]) => name).join("."),
      who: [...kinds.map(([, words]) => words), where].join(", "),
      cells: rows.of({
        sectors: sector === undefined ? places : [sector],
        category: isInfants ? family : category,
        nationality,
        exemption,
      }),
      sorts: sortsOf({ category, nationality, exemption }),
    };
  }

  /** Groups that the scenario writes down and names, with their index. */
  scripted(): (readonly [index: number, group: Group])[] {
    return this.parameters.scripted.flatMap(({ id }, index) => {
      const cells = this.rows.ofScripted(index);
      const group: Group = { place: `group.${id}`, kind: "", who: "people of this group", cells, sorts: ["scripted"] };
      return id === undefined ? [] : [[index, group] as const];
    });
  }
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
