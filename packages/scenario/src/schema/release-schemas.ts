import { outcomes } from "@mpp-sim/border";
import { z } from "zod";
import { changing } from "../values/calendar.ts";
import { days } from "../values/hours.ts";
import { dating } from "../values/setting.ts";
import { shares } from "../values/weights.ts";
import { datedFigure, figure, fixedFigure, name, uncertain, zone } from "./leaves.ts";
import { hours } from "./place-schemas.ts";

export const interiorSchema = z
  .strictObject({
    timeZone: zone("Where its days end at midnight"),
    sits: dating(changing(days), {
      unit: "weekdays",
      description: "Days on which it sits; never on federal holidays.",
      examples: ["mon-fri"],
    }),
    hours: hours("Hours of a hearing day; hearings are held at its start"),
    slots: datedFigure("casesADay", "Cases on a sitting day").optional().meta({ unlessGiven: "no constraint" }),
    lead: uncertain("duration", "From the release to the earliest date of a first hearing"),
    nextLead: uncertain("duration", "From one hearing to the next"),
    absence: z.strictObject({
      notice: figure("share", "Share of dates missed because people were not told of them, or told wrongly"),
      choice: figure("share", "Share of dates missed by choice"),
    }),
    outcomes: dating(changing(shares(outcomes)), {
      unit: "% by outcome",
      description: `How a hearing that is held ends: shares of ${outcomes.join(", ")}.`,
    }),
    removed: datedFigure(
      "share",
      "Share of those who lose, denied or absent for good, who are removed; the others stay on",
    )
      .optional()
      .meta({ unlessGiven: "not simulated" }),
  })
  .meta({
    description:
      "The court that hears people released in the United States, apart from the hearings of those returned. Not simulated unless given.",
  });

export const usShelterSchema = z
  .strictObject({
    sector: name("Sector from whose custody people are released here"),
    beds: datedFigure("people", "Persons it is made for; it turns nobody away"),
    share: figure("share", "Share of released cases who come to it").optional().meta({ unlessGiven: "100 %" }),
    stay: uncertain("duration", "From the release to leaving it"),
    initial: fixedFigure(
      "people",
      "Persons there when the period begins; what is left of their stays is drawn as of a steady flow",
    )
      .optional()
      .meta({ unlessGiven: "0 people" }),
  })
  .meta({ description: "A shelter in the United States at the place of release." });
