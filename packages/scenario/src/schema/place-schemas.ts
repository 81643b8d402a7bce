import { closingRules, departures, filingRules, groupRules, outcomes } from "@mpp-sim/border";
import { z } from "zod";
import { timetable } from "../values/hours.ts";
import { changingSetting } from "../values/setting.ts";
import {
  changingPlace,
  datedFigure,
  datedWord,
  datedYesOrNo,
  dateOf,
  figure,
  hours,
  mix,
  part,
  place,
  places,
  section,
  sittingDays,
  uncertain,
  word,
  zone,
} from "./leaves.ts";

const fit = word(
  ["block", "skip"],
  "When a case does not fit into the places left: nobody passes it (block), or smaller ones do (skip).",
).orElse("block");

function whenClosed(closes: string) {
  return datedWord(
    closingRules,
    `What becomes of those already enrolled when it ${closes}: it finishes with them, they wait (hold), or they take their fallback.`,
  ).orElse("hold");
}

export const busSchema = section(
  "A bus line from the custody of one sector to that of another.",
  {
    from: place("sectors", "Sector it leaves from").fixed("a link: another line may start on a date, by `inService`"),
    to: place("sectors", "Sector it goes to: the hub").fixed(
      "a link: another line may start on a date, by `inService`",
    ),
    seats: datedFigure("positiveCount", "Seats of a vehicle").more(1, "a seat on every trip"),
    fleet: datedFigure("count", "Vehicles").more(1, "a vehicle"),
    inService: datedYesOrNo("Whether the line runs").orElse("yes"),
    whenClosed: whenClosed("goes out of service; who is aboard arrives"),
    departs: changingSetting(timetable, {
      unit: "days and times of day",
      description: "Days and local times of departure.",
      examples: ["daily at 08:00", "mon-fri at 08:00 and 14:00"],
    }).more(1, "a departure"),
    distance: figure("distance", "One way"),
    drive: uncertain("duration", "Driving time one way"),
    turnround: figure("duration", "Between arrival and the empty drive back").orElse("0 h"),
    minimumLoad: figure(
      "people",
      "Persons waiting, whether or not there is a seat for all, below which a departure is called off",
    ).orElse("0 people"),
    fit,
    groups: word(
      groupRules,
      "Cases that crossed together: on one bus or waiting together, unless they are more than a whole bus (together), or each case by itself (split).",
    ).orElse("split"),
    extra: part("Departures besides the timetable, if a vehicle is there; none unless given.", {
      load: figure("people", "Persons waiting at whom a bus leaves at once"),
      most: figure("positiveCount", "Most such departures in a local day"),
    }),
    cost: part("What trips cost, all parts together; nothing is said of costs unless given.", {
      perTrip: figure("money", "Of a trip").orElse("0 USD"),
      perMile: figure("moneyAMile", "Of each mile of a trip, one way").orElse("0 USD/mi"),
      perHour: figure("moneyAnHour", "Of each hour of driving, one way").orElse("0 USD/h"),
    }),
    breakdown: part(
      "Breakdowns on the way; none unless given. For a known outage change the fleet or inService on dates.",
      {
        perTrip: figure("share", "Chance of a breakdown on a trip"),
        delay: uncertain("duration", "How long the vehicle stands with its people"),
        repair: uncertain("duration", "How long it is out of service after the trip"),
      },
    ),
  },
  "bus",
);

/** Sectors from whose custody people board a line. */
export const boardedIn = ({ from }: z.output<typeof busSchema>): readonly string[] => [from.name];

export const interviewSchema = section(
  "Officers who ask whether a person would be at risk in Mexico.",
  {
    serves: places("sectors", "Sectors whose custody it serves; the sector of its own name unless given.")
      .fixed("a link: a unit opens and closes by `open`")
      .unlessGiven("the sector of its own name"),
    timeZone: zone("That of the first sector it serves unless given").unlessGiven("that of the first sector it serves"),
    officers: datedFigure("count", "Officers on duty at once").more(1, "an officer"),
    hours: hours("When interviews are begun").more(1, "an hour of interviews"),
    open: datedYesOrNo("Whether interviews are held; while not, nobody who must have one is enrolled").orElse("yes"),
    whenClosed: whenClosed("closes; an interview begun is finished"),
    time: uncertain("duration", "Length of an interview"),
    claim: datedFigure("share", "Share of enrolled cases that claim fear of Mexico"),
    foundAtRisk: datedFigure("share", "Share of claimants found at risk"),
    afterHearing: part(
      "Interviews after a hearing that is continued, of cases that re-enter through a sector of the unit; none unless given.",
      {
        claim: datedFigure(
          "share",
          "Share of cases back from a hearing that claim fear of going back, at each hearing",
        ),
        foundAtRisk: datedFigure("share", "Share of those found at risk"),
      },
    ),
    screeningError: figure(
      "share",
      "Assumed share of claimants at risk whom the interview does not find, below 100 %",
    ).unlessGiven("not known, and nothing is reported of it"),
    before: word(
      ["bus", "return"],
      "Whether people who come by bus are interviewed before boarding or before the return.",
    ).orElse("return"),
  },
  "interviews",
);

export const returnPointSchema = section(
  "A place where people cross back into Mexico.",
  {
    sector: place("sectors", "Sector it lies in").fixed("a link: where it lies"),
    city: place("cities", "City across the border").fixed("a link: people who wait across would be elsewhere at once"),
    court: changingPlace("courts", "Court that hears those returned here."),
    timeZone: zone("That of its sector unless given").unlessGiven("that of its sector"),
    hours: hours("When people may cross").more(1, "an hour of opening"),
    opened: dateOf("First day of returns; open from the start unless given.", "2019-10-28")
      .fixed("is a date itself; `open` changes on dates")
      .unlessGiven("open from the start"),
    open: datedYesOrNo("Openings and closings after that").orElse("yes"),
    whenClosed: whenClosed("closes"),
  },
  "returnPoint",
);

export const returnLimitSchema = section(
  "A quota of persons a local day. A return consumes every limit whose `from` and `through` match it.",
  {
    from: places("sectors", "Sectors of arrival that it counts; all unless given.")
      .fixed("what it counts is what it is: another limit may take over on a date, by `limit`")
      .unlessGiven("all sectors"),
    through: places("returnPoints", "Return points that it counts.").fixed(
      "what it counts is what it is: another limit may take over on a date, by `limit`",
    ),
    limit: datedFigure("placesADay", "Persons a local day").more(10, "ten places a day"),
    counts: word(["first", "all"], "First returns only, or re-entries after hearings too.").orElse("first"),
    fit,
  },
  "returnLimit",
);

export const citySchema = section(
  "A city in Mexico where people wait for their hearing.",
  {
    timeZone: zone("That of the first return point that leads here unless given").unlessGiven(
      "that of the first return point that leads here",
    ),
    shelters: z.strictObject({
      beds: datedFigure("people", "Shelter beds").more(10, "ten beds"),
      acceptance: figure("share", "Share of cases that accept a bed"),
      gate: word(["none", "hard"], "Whether a return needs a free bed for those who accept one.").orElse("none"),
    }),
    leaves: z
      .strictObject({
        rate: figure("hazard", "Share of those waiting who leave"),
        to: mix(departures, "destination", "Where they go"),
      })
      .optional(),
    onward: datedFigure(
      "share",
      "Share of cases that a bus takes on into Mexico when they are returned here, who then do not come to their hearing",
    ).unlessGiven("nobody, and nothing is counted of it", "0 %"),
  },
  "city",
);

export const courtSchema = section(
  "An immigration court and its docket.",
  {
    timeZone: zone("Where it sits"),
    // A court that is not there yet has no rooms.
    rooms: datedFigure("count", "Hearing rooms for the programme")
      .byDefinition("0", "before")
      .more(1, "a hearing room"),
    slots: datedFigure("casesADay", "Cases a room can hear on a sitting day").more(1, "a hearing a room and day"),
    sits: sittingDays("days"),
    hours: hours("From the start of a hearing day to the return to the port"),
    sitting: datedYesOrNo("Whether hearings are held").orElse("yes"),
    gate: word(["none", "hard"], "Whether nobody is enrolled for it while no hearings are held.").orElse("none"),
    whenClosed: whenClosed("stops and is such a gate"),
    lead: figure("duration", "From the return to the earliest date of a first hearing"),
    nextLead: figure("duration", "From one hearing to the next"),
    maxWait: figure("duration", "Beyond which no first date is given"),
    absence: z.strictObject({
      notice: figure("share", "Share of dates missed for want of notice"),
      choice: figure("share", "Share of dates missed by choice"),
    }),
    outcomes: mix(outcomes, "outcome", "How a hearing that is held ends"),
    removed: datedFigure(
      "share",
      "Share of those denied whom the United States removes; the others stay on in Mexico",
    ).unlessGiven("not simulated"),
    filed: datedWord(
      filingRules,
      "When the notice to appear is filed, and a court case counted: at the first return, or already at the enrolment.",
    ).orElse("return"),
  },
  "court",
);
