import { categories, dispositions, exemptionKinds } from "@mpp-sim/border";
import { z } from "zod";
import { dated } from "../values/calendar.ts";
import { hourWeights, weekdays, weekWeights } from "../values/hours.ts";
import { quantity } from "../values/quantity.ts";
import { changingSetting, datedSetting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { dimensions } from "../values/units.ts";
import { shares, weights } from "../values/weights.ts";
import { choice, listOf, mapOf, text } from "../values/words.ts";
import {
  datedFigure,
  dateOf,
  figure,
  list,
  name,
  part,
  place,
  section,
  slug,
  timeOf,
  uncertain,
  word,
  zone,
} from "./leaves.ts";

const travel = sourced(quantity(dimensions.duration));

const exemptKind = (meaning: string) => datedFigure("share", `Share of cases with ${meaning}`).orElse("0 %");
const kindsOfAnyone = {
  pregnant: exemptKind("a pregnant woman"),
  illness: exemptKind("somebody who is ill"),
  other: exemptKind("another reason"),
};

/** Reasons for an exemption, told apart. */
const exemptKinds = part(
  "Reasons for an exemption, 0 unless given; of a category they take the place of its one share.",
  {
    "single-adult": z.strictObject(kindsOfAnyone).optional(),
    family: z.strictObject({ underOne: exemptKind("a child under one"), ...kindsOfAnyone }).optional(),
  },
);

/** One share a category that may be returned; a child alone never is. */
function byCategory(meaning: string) {
  return z.strictObject({
    "single-adult": datedFigure("share", `${meaning}, single adults`),
    family: datedFigure("share", `${meaning}, families`),
  });
}

const ofMonths = "has months of its own";

const nationality = section("What nationalities people have: weights, or rows of a table.", {
  weights: datedSetting(weights, {
    unit: "numbers by nationality",
    description: "Relative number of persons of each nationality, for example { GTM: 1362, HND: 305 }.",
    names: { of: "nationalities", in: "keys" },
  }).unlessGiven("the table"),
  table: name("CSV with the columns place, month, category, nationality, count")
    .fixed(ofMonths)
    .unlessGiven("the weights"),
  rows: list(
    "names",
    "Places of the table, from general to specific: from its first month on a later place takes over from an earlier.",
  )
    .fixed(`names in the table, which ${ofMonths}`)
    .unlessGiven("required with `table`"),
  scale: z
    .record(z.string(), datedFigure("number", "Factor on the weight of a nationality, on every date"))
    .meta({ about: { names: { of: "nationalities", in: "keys" } } })
    .optional()
    .meta({ description: "What a mix may be off by, by nationality: 1 unless given." }),
});

const arrivalsOfCategory = section("People of one category.", {
  persons: datedFigure("peopleADay", "Expected persons a day, instead of the table").unlessGiven("the table"),
  // An adult is one person.
  size: uncertain("people", "Persons in a case", { whole: true }).byDefinition("1 people"),
  group: uncertain("cases", "Cases that cross together", { whole: true }),
  nationality,
});

/** Persons by category. */
function peopleOf(where: string, fixed?: string) {
  const persons = (who: string) => figure("people", `${who} ${where}`).fixed(fixed).orElse("0 people");
  return z
    .strictObject({
      "single-adult": persons("Single adults"),
      family: persons("Family members"),
      "unaccompanied-child": persons("Children alone"),
    })
    .optional();
}

const scripted = section("A group that crosses at a given hour, and what becomes of it.", {
  on: dateOf("Local date.", "2019-11-16").fixed(),
  at: timeOf("Local time at which it crosses.", "22:00").fixed(),
  over: figure("duration", "Time over which its cases cross, each at a moment of its own; at 0 all at once")
    .fixed()
    .orElse("0 h"),
  people: peopleOf("in the group").meta({
    description: "Persons by category, in cases drawn as the sector's other arrivals are.",
  }),
  cases: z
    .array(
      z.strictObject({
        count: figure("positiveCount", "Cases like this").fixed().orElse("1"),
        category: word(categories, "Category.").fixed(),
        nationality: place("nationalities", "Nationality"),
        size: figure("people", "Persons in a case").fixed().byDefinition("1 people"),
      }),
    )
    .optional()
    .meta({ description: "Cases given one by one." }),
  counted: word(
    ["part", "on-top"],
    "Whether its people are part of the expected arrivals of its month or come on top of them.",
  )
    .fixed()
    .orElse("part"),
});

const arrivals = section("Who is apprehended, when, and in what groups. Totals are met in expectation.", {
  table: name("CSV with the columns sector, month, category, count: persons apprehended in a month")
    .fixed(`${ofMonths}; \`scale\` changes on dates`)
    .unlessGiven("`persons` of each category"),
  rows: name("Name of the sector in the table").fixed("a name in the table").unlessGiven("required with `table`"),
  beyond: word(
    ["last-month", "none"],
    "Arrivals in months after the last of the table: as in the last, per day, or none.",
  )
    .fixed("is about months after the last; `scale` changes on dates")
    .unlessGiven("an error if the table ends within the period"),
  // As many as are counted.
  scale: datedFigure("number", "Factor on all arrivals of the table or of `persons`")
    .byDefinition("1", "before")
    .orElse("1"),
  weekdays: datedSetting(weekWeights, {
    unit: "numbers by day",
    description: `Relative weight of each day of the week (${weekdays.join(", ")}).`,
  }).unlessGiven("all alike"),
  hours: datedSetting(hourWeights, {
    unit: "numbers by hours",
    description:
      "Relative weight of hours of the day, for example { 00-06: 20, 06-18: 30, 18-24: 50 }; they cover the day.",
  }).unlessGiven("all alike"),
  categories: z.strictObject({
    "single-adult": arrivalsOfCategory.optional(),
    family: arrivalsOfCategory.optional(),
    "unaccompanied-child": arrivalsOfCategory.optional(),
  }),
  large: part("Large groups; their persons are part of the counts, not on top of them.", {
    // The figures beside it say so: `rate` and `persons`.
    category: word(categories, "Category of the people in large groups.")
      .fixed("a link to the people that they are part of; `rate` changes on dates")
      .byDefinition("family"),
    rate: datedFigure("rate", "How often a large group crosses"),
    persons: uncertain("people", "Persons in a large group"),
  }),
  scripted: z
    .record(slug, scripted)
    .meta({ about: { fixed: "happens once, on a date of its own" } })
    .optional(),
});

const mixByNationality = changingSetting(
  mapOf(dated(shares(dispositions)), "a map of nationalities, or `default`, to shares of dispositions"),
  {
    unit: "% by nationality and disposition",
    description: `Shares of ${dispositions.join(", ")} by nationality; \`default\` is for those not named.`,
    names: { of: "nationalities", in: "keys", besides: "default" },
  },
);

const waitingList = part(
  "A waiting list: who comes to this sector, then a port, waits in a city across until called. Everyone is let in at once unless given.",
  {
    city: place("cities", "City across the border in which they wait").fixed(
      "a link: people who wait on it would be elsewhere at once",
    ),
    calls: datedFigure("placesADay", "Persons called on a local date, in the order of coming"),
    at: timeOf("Local time of the call.", "08:00").orElse("08:00"),
    initial: peopleOf("on the list when the period begins", "is how the period begins").meta({
      description:
        "Persons on the list at the start by category, in cases drawn as the others are; nobody unless given.",
    }),
    leaves: figure("hazard", "Share of those on the list who give up").orElse("0 %/day"),
  },
);

/** Settings of one Border Patrol sector. */
export const sectorSchema = section(
  "A Border Patrol sector, or a port to which people come, which has a `list`.",
  {
    timeZone: zone("Where its days end at midnight"),
    arrivals,
    custody: z.strictObject({
      capacity: datedFigure("people", "Persons the sector's custody is made for").more(10, "ten places in custody"),
      whenFull: word(
        ["crowd", "wait", "release"],
        "Beyond capacity: hold people all the same, leave them where they were caught, or release.",
      ),
      limit: figure("duration", "Custody limit, from apprehension, over sector, bus and hub"),
      atLimit: z.strictObject({
        "single-adult": word(["hold", "release"], "What happens to an adult at the limit."),
        family: word(["hold", "release"], "What happens to a family at the limit."),
        "unaccompanied-child": word(["hold"], "Children alone are never released by the limit.")
          .fixed("there is one value")
          .orElse("hold"),
      }),
    }),
    processing: z.strictObject({
      agents: datedFigure("count", "Agents who process cases at once").more(1, "an agent"),
      time: z.strictObject({
        "single-adult": uncertain("duration", "Processing time of an adult"),
        family: uncertain("duration", "Processing time of a family"),
        "unaccompanied-child": uncertain("duration", "Processing time of a child alone"),
      }),
    }),
    eligibility: z.strictObject({
      returnable: datedSetting(listOf(text), {
        unit: "list of codes",
        description: "Nationalities that Mexico takes back.",
        names: { of: "nationalities", in: "items" },
        structure: true,
      }),
      exempt: byCategory("Share of cases exempt for any reason").extend({
        kinds: exemptKinds,
        returned: datedSetting(listOf(choice(exemptionKinds)), {
          unit: "list of kinds",
          description: `Kinds that are not exempt after all, of ${exemptionKinds.join(", ")}.`,
        }).orElse([]),
      }),
      discretion: byCategory("Share of the remaining cases that officers do not put in the programme"),
    }),
    fallback: z.strictObject({
      "single-adult": mixByNationality,
      family: mixByNationality,
      hours: z.strictObject({
        release: uncertain("duration", "From decision to release"),
        detention: uncertain("duration", "From decision to transfer to detention"),
        removal: uncertain("duration", "From decision to removal"),
        transfer: uncertain("duration", "From decision to the transfer of a child alone"),
      }),
    }),
    pathways: z
      .array(
        z.strictObject({
          bus: place("buses", "Bus line to the hub; without one the sector is its own hub")
            .fixed("a link; the line stops and starts by `inService`")
            .unlessGiven("none"),
          points: changingSetting(
            mapOf(travel, "a map of return points to hours on the road, for example { eagle-pass: 1 h }"),
            {
              unit: "h, min, days or weeks by return point",
              description: "Return points in order of preference, each with the time on the road from the hub.",
              names: { of: "returnPoints", in: "keys" },
            },
            // A point in its own sector is no road away.
          ).byDefinition("0 h"),
        }),
      )
      .meta({
        description: "Ways to a return point in order of preference; an empty list means nobody is returned from here.",
      }),
    list: waitingList,
  },
  "sector",
);
