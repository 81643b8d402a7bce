/**
 * Settings that cannot change on dates, by the beginning of their path, and why. Every other setting is a value of the world,
 * and may be a calendar or be changed by the policy.
 */
export const fixedSettings: readonly (readonly [path: string, because: string])[] = [
  ["mpp", "says what kind of file it is"],
  ["name", "says what the file is about"],
  ["question", "says what the file is about"],
  ["notes", "says what the file is about"],
  ["extends", "the files are read before there are dates"],
  ["start", "is how the period begins"],
  ["nationalities", "a list of names, of which settings use those they need"],
  ["period", "is the dates themselves"],
  ["focus", "is about the summary of the whole period"],
  ["sources", "says where values come from"],
  ["defaults", "a setting in it may change as it may in a place"],
  ["sectors.*.timeZone", "says when its dates begin"],
  ["sectors.*.arrivals.table", "has months of its own; `scale` changes on dates"],
  ["sectors.*.arrivals.rows", "a name in the table"],
  ["sectors.*.arrivals.beyond", "is about months after the last; `scale` changes on dates"],
  ["sectors.*.arrivals.categories.single-adult.nationality.table", "has months of its own"],
  ["sectors.*.arrivals.categories.single-adult.nationality.rows", "names in the table, which has months of its own"],
  ["sectors.*.arrivals.categories.family.nationality.table", "has months of its own"],
  ["sectors.*.arrivals.categories.family.nationality.rows", "names in the table, which has months of its own"],
  ["sectors.*.arrivals.categories.unaccompanied-child.nationality.table", "has months of its own"],
  [
    "sectors.*.arrivals.categories.unaccompanied-child.nationality.rows",
    "names in the table, which has months of its own",
  ],
  ["sectors.*.arrivals.large.category", "a link to the people that they are part of; `rate` changes on dates"],
  ["sectors.*.arrivals.scripted", "happens once, on a date of its own"],
  ["sectors.*.list.city", "a link: people who wait on it would be elsewhere at once"],
  ["sectors.*.list.initial", "is how the period begins"],
  ["sectors.*.custody.atLimit.unaccompanied-child", "there is one value"],
  ["sectors.*.pathways.*.bus", "a link; the line stops and starts by `inService`"],
  ["buses.*.from", "a link: another line may start on a date, by `inService`"],
  ["buses.*.to", "a link: another line may start on a date, by `inService`"],
  ["interviews.*.serves", "a link: a unit opens and closes by `open`"],
  ["interviews.*.timeZone", "says when its dates begin"],
  ["returnPoints.*.sector", "a link: where it lies"],
  ["returnPoints.*.city", "a link: people who wait across would be elsewhere at once"],
  ["returnPoints.*.timeZone", "says when its dates begin"],
  ["returnPoints.*.opened", "is a date itself; `open` changes on dates"],
  ["returnLimits.*.from", "what it counts is what it is: another limit may take over on a date, by `limit`"],
  ["returnLimits.*.through", "what it counts is what it is: another limit may take over on a date, by `limit`"],
  ["cities.*.timeZone", "says when its dates begin"],
  ["courts.*.timeZone", "says when its dates begin"],
  ["interior.timeZone", "says when its dates begin"],
  ["usShelters.*.sector", "a link: where it lies"],
  ["usShelters.*.initial", "is how the period begins"],
  ["displacement.reference", "is another scenario, whose settings may be calendars"],
  ["policy", "is changes on dates itself"],
  ["experiment", "is how the scenario is run"],
  ["variants", "says what the variant is about; its settings may be calendars"],
];

/** Why a setting is fixed over the whole period; undefined for one that may change. Names in its path may be `*`. */
export function fixedBecause(path: string): string | undefined {
  const steps = path.split(".");
  return fixedSettings.find(([from]) =>
    from.split(".").every((step, index) => (step === "*" ? steps[index] !== undefined : step === steps[index])),
  )?.[1];
}

/** The fault reported for a change of such a setting. */
export function mustStaySame(because: string): string {
  return `must stay the same over the period: ${because}`;
}
