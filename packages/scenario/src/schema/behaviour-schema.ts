import { changingSetting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { weights } from "../values/weights.ts";
import { mapOf } from "../values/words.ts";
import { byPath, figure, section, uncertain } from "./leaves.ts";

export const tryAgainSchema = section(
  "Further attempts of people who leave a city for another sector, on top of the counted arrivals.",
  {
    most: figure("positiveCount", "Attempts of a case at most, the first included; with 1 nobody comes back"),
    delay: uncertain("duration", "From leaving the city to being caught again"),
    through: changingSetting(
      mapOf(
        sourced(weights),
        "a map of sectors, or `default`, to weights, for example { el-paso: { tucson: 3, yuma: 1 } }",
      ),
      {
        unit: "numbers by sector",
        description:
          "Where people try next, by the sector in which they were caught last: relative weights of the other sectors; `default` is for those not named. Unless given, as their like cross now.",
        names: { of: "sectors", in: "keys", besides: "default", below: { of: "sectors", in: "keys" } },
      },
    ).unlessGiven("as their like cross now"),
  },
  "tryAgain",
);

export const displacementSchema = section(
  "Choice of the sector by the perceived probability of being returned. Only what differs from the base policy moves anyone.",
  {
    sensitivity: figure(
      "number",
      "By how much the log-odds of a sector fall as its perceived return probability rises from 0 to 1; at 0 nobody moves for it",
    ),
    exposure: figure(
      "costADay",
      "By how much they fall for each day outside a shelter that one who tries there has to expect",
    ),
    outside: figure(
      "share",
      "Share of all who might come who stay at home under the base policy; at 0 total demand is fixed",
    ),
    lag: figure("duration", "Until what happens is known, in whole days"),
    smoothing: figure("duration", "Over which what is known is smoothed"),
    reference: byPath(
      "The base policy: settings of places, by path, that differ from those here, for example { buses.tucson-el-paso.inService: no }. Under it the same people cross where the counts say.",
      "the scenario as it is",
      "is another scenario, whose settings may be calendars",
    ),
  },
  "displacement",
);
