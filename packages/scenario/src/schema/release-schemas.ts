import { outcomes } from "@mpp-sim/border";
import { z } from "zod";
import { datedFigure, figure, hours, mix, place, section, sittingDays, uncertain, zone } from "./leaves.ts";

export const interiorSchema = section(
  "The court that hears people released in the United States, apart from the hearings of those returned. Not simulated unless given.",
  {
    timeZone: zone("Where its days end at midnight"),
    sits: sittingDays("weekdays"),
    hours: hours("Hours of a hearing day; hearings are held at its start"),
    slots: datedFigure("casesADay", "Cases on a sitting day").unlessGiven("no constraint"),
    lead: uncertain("duration", "From the release to the earliest date of a first hearing"),
    nextLead: uncertain("duration", "From one hearing to the next"),
    absence: z.strictObject({
      notice: figure("share", "Share of dates missed because people were not told of them, or told wrongly"),
      choice: figure("share", "Share of dates missed by choice"),
    }),
    outcomes: mix(outcomes, "outcome", "How a hearing that is held ends"),
    removed: datedFigure(
      "share",
      "Share of those who lose, denied or absent for good, who are removed; the others stay on",
    ).unlessGiven("not simulated"),
  },
  "interior",
);

export const usShelterSchema = section(
  "A shelter in the United States at the place of release.",
  {
    sector: place("sectors", "Sector from whose custody people are released here").fixed("a link: where it lies"),
    beds: datedFigure("people", "Persons it is made for; it turns nobody away"),
    share: figure("share", "Share of released cases who come to it").orElse("100 %"),
    stay: uncertain("duration", "From the release to leaving it"),
    initial: figure(
      "people",
      "Persons there when the period begins; what is left of their stays is drawn as of a steady flow",
    )
      .fixed("is how the period begins")
      .orElse("0 people"),
  },
  "usShelter",
);
