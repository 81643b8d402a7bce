import type { BorderParameters } from "../parameters/border-parameters.ts";
import { everyOf } from "../parameters/later-settings.ts";
import { categories, exemptionKinds } from "../parameters/vocabulary.ts";

/** Which people: of some sectors of arrival, of one category, nationality or kind of exemption (index); of all if nothing is said. */
export interface Who {
  readonly sectors?: readonly number[] | undefined;
  readonly category?: number | undefined;
  readonly nationality?: number | undefined;
  readonly exemption?: number | undefined;
}

/** The rows in which the people of a group are counted. */
export type Cells = readonly number[];

/**
 * The rows of the table of people. Everybody is in one row of sector of arrival × category × nationality. Besides, who is of a
 * kind of exemption is in a row of sector × category × kind, who crossed with a scripted group in one of that group until they are
 * placed, and who has been returned in one of the city. Any group of people is a sum of rows.
 */
export class PeopleRows {
  readonly sectors: number;
  readonly nationalities: number;
  /** First rows of the kinds of exemption, of the scripted groups and of the cities. */
  readonly exempt: number;
  readonly scripted: number;
  readonly cities: number;
  readonly rows: number;

  constructor(parameters: BorderParameters) {
    const { cities, nationalities, scripted, sectors } = parameters;
    this.sectors = sectors.length;
    this.nationalities = nationalities.length;
    const told = [...sectors.keys()].some((sector) =>
      everyOf(parameters, "sectors", sector).some(({ eligibility }) => eligibility.exemptKinds !== undefined),
    );
    this.exempt = this.sectors * categories.length * this.nationalities;
    this.scripted = this.exempt + (told ? this.sectors * categories.length * exemptionKinds.length : 0);
    this.cities = this.scripted + scripted.length;
    this.rows = this.cities + cities.length;
  }

  /** Cells of people by what they are. Nationality and kind of exemption are not told apart at once. */
  of({ sectors = [...Array(this.sectors).keys()], category, nationality, exemption }: Who): Cells {
    const some = (index: number | undefined, count: number): number[] =>
      index === undefined ? [...Array(count).keys()] : [index];
    const kinds = sectors.flatMap((sector) =>
      some(category, categories.length).map((index) => sector * categories.length + index),
    );
    if (exemption !== undefined) return kinds.map((kind) => this.exempt + kind * exemptionKinds.length + exemption);
    return kinds.flatMap((kind) =>
      some(nationality, this.nationalities).map((index) => kind * this.nationalities + index),
    );
  }

  ofScripted(group: number): Cells {
    return [this.scripted + group];
  }

  /** People who have been returned to the city, whatever became of them then. */
  ofCity(city: number): Cells {
    return [this.cities + city];
  }
}
