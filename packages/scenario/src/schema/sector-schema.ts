import { categories, dispositions, exemptionKinds } from "@mpp-sim/border";
import { z } from "zod";
import { changing } from "../values/calendar.ts";
import { dated } from "../values/dated.ts";
import { hourWeights, timeOfDay, weekdays, weekWeights } from "../values/hours.ts";
import { quantity } from "../values/quantity.ts";
import { dating, setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { dimensions } from "../values/units.ts";
import { shares, weights } from "../values/weights.ts";
import { choice, date, listOf, mapOf, text } from "../values/words.ts";
import { datedFigure, figure, fixedFigure, fixedWord, name, slug, uncertain, word, zone } from "./leaves.ts";

const travel = sourced(quantity(dimensions.duration));

const exemptKind = (meaning: string) =>
  datedFigure("share", `Share of cases with ${meaning}`).optional().meta({ unlessGiven: "0 %" });
const kindsOfAnyone = {
  pregnant: exemptKind("a pregnant woman"),
  illness: exemptKind("somebody who is ill"),
  other: exemptKind("another reason"),
};

/** Reasons for an exemption, told apart. */
const exemptKinds = z
  .strictObject({
    "single-adult": z.strictObject(kindsOfAnyone).optional(),
    family: z.strictObject({ underOne: exemptKind("a child under one"), ...kindsOfAnyone }).optional(),
  })
  .optional()
  .meta({
    description: "Reasons for an exemption, 0 unless given; of a category they take the place of its one share.",
  });

/** One share a category that may be returned; a child alone never is. */
function byCategory(meaning: string) {
  return z.strictObject({
    "single-adult": datedFigure("share", `${meaning}, single adults`),
    family: datedFigure("share", `${meaning}, families`),
  });
}

const nationality = z
  .strictObject({
    weights: dating(dated(weights), {
      unit: "numbers by nationality",
      description: "Relative number of persons of each nationality, for example { GTM: 1362, HND: 305 }.",
    })
      .optional()
      .meta({ unlessGiven: "the table" }),
    table: name("CSV with the columns place, month, category, nationality, count")
      .optional()
      .meta({ unlessGiven: "the weights" }),
    rows: setting(listOf(text), {
      unit: "list of names",
      description:
        "Places of the table, from general to specific: from its first month on a later place takes over from an earlier.",
    })
      .optional()
      .meta({ unlessGiven: "required with `table`" }),
    scale: z
      .record(z.string(), datedFigure("number", "Factor on the weight of a nationality, on every date"))
      .optional()
      .meta({ description: "What a mix may be off by, by nationality: 1 unless given." }),
  })
  .meta({ description: "What nationalities people have: weights, or rows of a table." });

const arrivalsOfCategory = z
  .strictObject({
    persons: datedFigure("peopleADay", "Expected persons a day, instead of the table")
      .optional()
      .meta({ unlessGiven: "the table" }),
    size: uncertain("people", "Persons in a case", { whole: true }),
    group: uncertain("cases", "Cases that cross together", { whole: true }),
    nationality,
  })
  .meta({ description: "People of one category." });

/** Persons by category. */
function peopleOf(where: string) {
  const persons = (who: string) =>
    fixedFigure("people", `${who} ${where}`).optional().meta({ unlessGiven: "0 people" });
  return z.strictObject({
    "single-adult": persons("Single adults"),
    family: persons("Family members"),
    "unaccompanied-child": persons("Children alone"),
  });
}

const scripted = z
  .strictObject({
    on: setting(sourced(date), { unit: "date", description: "Local date.", examples: ["2019-11-16"] }),
    at: setting(sourced(timeOfDay), {
      unit: "time of day",
      description: "Local time at which it crosses.",
      examples: ["22:00"],
    }),
    over: fixedFigure(
      "duration",
      "Time over which its cases cross, each at a moment of its own; all at once unless given",
    )
      .optional()
      .meta({ unlessGiven: "0 h" }),
    people: peopleOf("in the group")
      .optional()
      .meta({ description: "Persons by category, in cases drawn as the sector's other arrivals are." }),
    cases: z
      .array(
        z.strictObject({
          count: fixedFigure("positiveCount", "Cases like this; one unless given")
            .optional()
            .meta({ unlessGiven: "1" }),
          category: fixedWord(categories, "Category."),
          nationality: name("Nationality"),
          size: fixedFigure("people", "Persons in a case"),
        }),
      )
      .optional()
      .meta({ description: "Cases given one by one." }),
    counted: fixedWord(
      ["part", "on-top"],
      "Whether its people are part of the expected arrivals of its month (unless given) or come on top of them.",
    )
      .optional()
      .meta({ unlessGiven: "part" }),
  })
  .meta({ description: "A group that crosses at a given hour, and what becomes of it." });

const arrivals = z
  .strictObject({
    table: name("CSV with the columns sector, month, category, count: persons apprehended in a month")
      .optional()
      .meta({ unlessGiven: "`persons` of each category" }),
    rows: name("Name of the sector in the table").optional().meta({ unlessGiven: "required with `table`" }),
    beyond: fixedWord(
      ["last-month", "none"],
      "Arrivals in months after the last of the table: as in the last, per day, or none.",
    )
      .optional()
      .meta({ unlessGiven: "an error if the table ends within the period" }),
    scale: datedFigure("number", "Factor on all arrivals of the table or of `persons`, 1 unless given")
      .optional()
      .meta({ unlessGiven: "1" }),
    weekdays: dating(dated(weekWeights), {
      unit: "numbers by day",
      description: `Relative weight of each day of the week (${weekdays.join(", ")}).`,
    })
      .optional()
      .meta({ unlessGiven: "all alike" }),
    hours: dating(dated(hourWeights), {
      unit: "numbers by hours",
      description:
        "Relative weight of hours of the day, for example { 00-06: 20, 06-18: 30, 18-24: 50 }; they cover the day.",
    })
      .optional()
      .meta({ unlessGiven: "all alike" }),
    categories: z.strictObject({
      "single-adult": arrivalsOfCategory.optional(),
      family: arrivalsOfCategory.optional(),
      "unaccompanied-child": arrivalsOfCategory.optional(),
    }),
    large: z
      .strictObject({
        category: fixedWord(categories, "Category of the people in large groups."),
        rate: datedFigure("rate", "How often a large group crosses"),
        persons: uncertain("people", "Persons in a large group"),
      })
      .optional()
      .meta({ description: "Large groups; their persons are part of the counts, not on top of them." }),
    scripted: z.record(slug, scripted).optional(),
  })
  .meta({ description: "Who is apprehended, when, and in what groups. Totals are met in expectation." });

const mixByNationality = dating(
  changing(mapOf(dated(shares(dispositions)), "a map of nationalities, or `default`, to shares of dispositions")),
  {
    unit: "% by nationality and disposition",
    description: `Shares of ${dispositions.join(", ")} by nationality; \`default\` is for those not named.`,
  },
);

const list = z
  .strictObject({
    city: name("City across the border in which they wait"),
    calls: datedFigure("placesADay", "Persons called on a local date, in the order of coming"),
    at: dating(changing(timeOfDay), {
      unit: "time of day",
      description: "Local time of the call.",
      examples: ["08:00"],
    })
      .optional()
      .meta({ unlessGiven: "08:00" }),
    initial: peopleOf("on the list when the period begins").optional().meta({
      description:
        "Persons on the list at the start by category, in cases drawn as the others are; nobody unless given.",
    }),
    leaves: figure("hazard", "Share of those on the list who give up").optional().meta({ unlessGiven: "0 %/day" }),
  })
  .meta({
    description:
      "A waiting list: who comes to this sector, then a port, waits in a city across until called. Everyone is let in at once unless given.",
  });

/** Settings of one Border Patrol sector. */
export const sectorSchema = z
  .strictObject({
    timeZone: zone("Where its days end at midnight"),
    arrivals,
    custody: z.strictObject({
      capacity: datedFigure("people", "Persons the sector's custody is made for"),
      whenFull: word(
        ["crowd", "wait", "release"],
        "Beyond capacity: hold people all the same, leave them where they were caught, or release.",
      ),
      limit: figure("duration", "Custody limit, from apprehension, over sector, bus and hub"),
      atLimit: z.strictObject({
        "single-adult": word(["hold", "release"], "What happens to an adult at the limit."),
        family: word(["hold", "release"], "What happens to a family at the limit."),
        "unaccompanied-child": fixedWord(["hold"], "Children alone are never released by the limit.")
          .optional()
          .meta({ unlessGiven: "hold" }),
      }),
    }),
    processing: z.strictObject({
      agents: datedFigure("count", "Agents who process cases at once"),
      time: z.strictObject({
        "single-adult": uncertain("duration", "Processing time of an adult"),
        family: uncertain("duration", "Processing time of a family"),
        "unaccompanied-child": uncertain("duration", "Processing time of a child alone"),
      }),
    }),
    eligibility: z.strictObject({
      returnable: dating(dated(listOf(text)), {
        unit: "list of codes",
        description: "Nationalities that Mexico takes back.",
      }),
      exempt: byCategory("Share of cases exempt for any reason").extend({
        kinds: exemptKinds,
        returned: dating(dated(listOf(choice(exemptionKinds))), {
          unit: "list of kinds",
          description: `Kinds that are not exempt after all, of ${exemptionKinds.join(", ")}.`,
        })
          .optional()
          .meta({ unlessGiven: "none" }),
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
          bus: name("Bus line to the hub; without one the sector is its own hub")
            .optional()
            .meta({ unlessGiven: "none" }),
          points: dating(
            changing(mapOf(travel, "a map of return points to hours on the road, for example { eagle-pass: 1 h }")),
            {
              unit: "h, min, days or weeks by return point",
              description: "Return points in order of preference, each with the time on the road from the hub.",
            },
          ),
        }),
      )
      .meta({
        description: "Ways to a return point in order of preference; an empty list means nobody is returned from here.",
      }),
    list: list.optional(),
  })
  .meta({ description: "A Border Patrol sector, or a port to which people come, which has a `list`." });
