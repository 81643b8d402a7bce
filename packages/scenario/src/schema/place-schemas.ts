import { closingRules, departures, filingRules, groupRules, outcomes } from "@mpp-sim/border";
import { z } from "zod";
import { changing } from "../values/calendar.ts";
import { dated } from "../values/dated.ts";
import { days, openingHours, timetable } from "../values/hours.ts";
import { dating, setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { shares } from "../values/weights.ts";
import { choice, date, listOf, text } from "../values/words.ts";
import { datedFigure, datedYesOrNo, figure, name, uncertain, word, zone } from "./leaves.ts";

export const hours = (meaning: string) =>
  dating(changing(openingHours), {
    unit: "days and hours",
    description: `${meaning}, local, for example mon-fri 08:00-16:00.`,
    examples: ["08:00-16:00"],
  });
const fit = word(
  ["block", "skip"],
  "When a case does not fit into the places left: nobody passes it (block), or smaller ones do (skip).",
);

function whenClosed(closes: string) {
  return dating(dated(choice(closingRules)), {
    description: `What becomes of those already enrolled when it ${closes}: it finishes with them, they wait (hold), or they take their fallback.`,
    unit: "finish, hold or fallback",
    enum: closingRules,
  });
}

export const busSchema = z
  .strictObject({
    from: name("Sector it leaves from"),
    to: name("Sector it goes to: the hub"),
    seats: datedFigure("positiveCount", "Seats of a vehicle"),
    fleet: datedFigure("count", "Vehicles"),
    inService: datedYesOrNo("Whether the line runs").optional().meta({ unlessGiven: "yes" }),
    whenClosed: whenClosed("goes out of service; who is aboard arrives").optional().meta({ unlessGiven: "hold" }),
    departs: dating(changing(timetable), {
      unit: "days and times of day",
      description: "Days and local times of departure.",
      examples: ["daily at 08:00", "mon-fri at 08:00 and 14:00"],
    }),
    distance: figure("distance", "One way"),
    drive: uncertain("duration", "Driving time one way"),
    turnround: figure("duration", "Between arrival and the empty drive back").optional().meta({ unlessGiven: "0 h" }),
    minimumLoad: figure(
      "people",
      "Persons waiting, whether or not there is a seat for all, below which a departure is called off",
    )
      .optional()
      .meta({ unlessGiven: "0 people" }),
    fit: fit.optional().meta({ unlessGiven: "block" }),
    groups: word(
      groupRules,
      "Cases that crossed together: on one bus or waiting together, unless they are more than a whole bus (together), or each case by itself (split).",
    )
      .optional()
      .meta({ unlessGiven: "split" }),
    extra: z
      .strictObject({
        load: figure("people", "Persons waiting at whom a bus leaves at once"),
        most: figure("positiveCount", "Most such departures in a local day"),
      })
      .optional()
      .meta({ description: "Departures besides the timetable, if a vehicle is there; none unless given." }),
    cost: z
      .strictObject({
        perTrip: figure("money", "Of a trip").optional().meta({ unlessGiven: "0 USD" }),
        perMile: figure("moneyAMile", "Of each mile of a trip, one way").optional().meta({ unlessGiven: "0 USD/mi" }),
        perHour: figure("moneyAnHour", "Of each hour of driving, one way").optional().meta({ unlessGiven: "0 USD/h" }),
      })
      .optional()
      .meta({ description: "What trips cost, all parts together; nothing is said of costs unless given." }),
    breakdown: z
      .strictObject({
        perTrip: figure("share", "Chance of a breakdown on a trip"),
        delay: uncertain("duration", "How long the vehicle stands with its people"),
        repair: uncertain("duration", "How long it is out of service after the trip"),
      })
      .optional()
      .meta({
        description:
          "Breakdowns on the way; none unless given. For a known outage change the fleet or inService on dates.",
      }),
  })
  .meta({ description: "A bus line from the custody of one sector to that of another." });

export const interviewSchema = z
  .strictObject({
    serves: setting(listOf(text), {
      unit: "list of names",
      description: "Sectors whose custody it serves; the sector of its own name unless given.",
    })
      .optional()
      .meta({ unlessGiven: "the sector of its own name" }),
    timeZone: zone("That of the first sector it serves unless given")
      .optional()
      .meta({ unlessGiven: "that of the first sector it serves" }),
    officers: datedFigure("count", "Officers on duty at once"),
    hours: hours("When interviews are begun"),
    open: datedYesOrNo("Whether interviews are held; while not, nobody who must have one is enrolled")
      .optional()
      .meta({ unlessGiven: "yes" }),
    whenClosed: whenClosed("closes; an interview begun is finished").optional().meta({ unlessGiven: "hold" }),
    time: uncertain("duration", "Length of an interview"),
    claim: datedFigure("share", "Share of enrolled cases that claim fear of Mexico"),
    foundAtRisk: datedFigure("share", "Share of claimants found at risk"),
    afterHearing: z
      .strictObject({
        claim: datedFigure(
          "share",
          "Share of cases back from a hearing that claim fear of going back, at each hearing",
        ),
        foundAtRisk: datedFigure("share", "Share of those found at risk"),
      })
      .optional()
      .meta({
        description:
          "Interviews after a hearing that is continued, of cases that re-enter through a sector of the unit; none unless given.",
      }),
    screeningError: figure("share", "Assumed share of claimants at risk whom the interview does not find, below 100 %")
      .optional()
      .meta({ unlessGiven: "not known, and nothing is reported of it" }),
    before: word(
      ["bus", "return"],
      "Whether people who come by bus are interviewed before boarding or before the return.",
    )
      .optional()
      .meta({ unlessGiven: "return" }),
  })
  .meta({ description: "Officers who ask whether a person would be at risk in Mexico." });

export const returnPointSchema = z
  .strictObject({
    sector: name("Sector it lies in"),
    city: name("City across the border"),
    court: dating(changing(text), { description: "Court that hears those returned here.", unit: "text" }),
    timeZone: zone("That of its sector unless given").optional().meta({ unlessGiven: "that of its sector" }),
    hours: hours("When people may cross"),
    opened: setting(sourced(date), {
      unit: "date",
      description: "First day of returns; open from the start unless given.",
      examples: ["2019-10-28"],
    })
      .optional()
      .meta({ unlessGiven: "open from the start" }),
    open: datedYesOrNo("Openings and closings after that").optional().meta({ unlessGiven: "yes" }),
    whenClosed: whenClosed("closes").optional().meta({ unlessGiven: "hold" }),
  })
  .meta({ description: "A place where people cross back into Mexico." });

export const returnLimitSchema = z
  .strictObject({
    from: setting(listOf(text), {
      unit: "list of names",
      description: "Sectors of arrival that it counts; all unless given.",
    })
      .optional()
      .meta({ unlessGiven: "all sectors" }),
    through: setting(listOf(text), { unit: "list of names", description: "Return points that it counts." }),
    limit: datedFigure("placesADay", "Persons a local day"),
    counts: word(["first", "all"], "First returns only, or re-entries after hearings too.")
      .optional()
      .meta({ unlessGiven: "first" }),
    fit: fit.optional().meta({ unlessGiven: "block" }),
  })
  .meta({
    description: "A quota of persons a local day. A return consumes every limit whose `from` and `through` match it.",
  });

export const citySchema = z
  .strictObject({
    timeZone: zone("That of the first return point that leads here unless given")
      .optional()
      .meta({ unlessGiven: "that of the first return point that leads here" }),
    shelters: z.strictObject({
      beds: datedFigure("people", "Shelter beds"),
      acceptance: figure("share", "Share of cases that accept a bed"),
      gate: word(["none", "hard"], "Whether a return needs a free bed for those who accept one.")
        .optional()
        .meta({ unlessGiven: "none" }),
    }),
    leaves: z
      .strictObject({
        rate: figure("hazard", "Share of those waiting who leave"),
        to: dating(changing(shares(departures)), {
          unit: "% by destination",
          description: `Where they go: shares of ${departures.join(", ")}.`,
        }),
      })
      .optional(),
    onward: datedFigure(
      "share",
      "Share of cases that a bus takes on into Mexico when they are returned here, who then do not come to their hearing",
    )
      .optional()
      .meta({ unlessGiven: "0 %" }),
  })
  .meta({ description: "A city in Mexico where people wait for their hearing." });

export const courtSchema = z
  .strictObject({
    timeZone: zone("Where it sits"),
    rooms: datedFigure("count", "Hearing rooms for the programme"),
    slots: datedFigure("casesADay", "Cases a room can hear on a sitting day"),
    sits: dating(changing(days), {
      unit: "days",
      description: "Days on which it sits; never on federal holidays.",
      examples: ["mon-fri"],
    }),
    hours: hours("From the start of a hearing day to the return to the port"),
    sitting: datedYesOrNo("Whether hearings are held").optional().meta({ unlessGiven: "yes" }),
    gate: word(["none", "hard"], "Whether nobody is enrolled for it while no hearings are held.")
      .optional()
      .meta({ unlessGiven: "none" }),
    whenClosed: whenClosed("stops and is such a gate").optional().meta({ unlessGiven: "hold" }),
    lead: figure("duration", "From the return to the earliest date of a first hearing"),
    nextLead: figure("duration", "From one hearing to the next"),
    maxWait: figure("duration", "Beyond which no first date is given"),
    absence: z.strictObject({
      notice: figure("share", "Share of dates missed for want of notice"),
      choice: figure("share", "Share of dates missed by choice"),
    }),
    outcomes: dating(changing(shares(outcomes)), {
      unit: "% by outcome",
      description: `How a hearing that is held ends: shares of ${outcomes.join(", ")}.`,
    }),
    removed: datedFigure("share", "Share of those denied whom the United States removes; the others stay on in Mexico")
      .optional()
      .meta({ unlessGiven: "not simulated" }),
    filed: dating(dated(choice(filingRules)), {
      description:
        "When the notice to appear is filed, and a court case counted: at the first return, or already at the enrolment.",
      unit: filingRules.join(" or "),
      enum: filingRules,
    })
      .optional()
      .meta({ unlessGiven: "return" }),
  })
  .meta({ description: "An immigration court and its docket." });
