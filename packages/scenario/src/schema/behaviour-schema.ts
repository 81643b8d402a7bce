import { z } from "zod";
import { setting } from "../values/setting.ts";
import { sourced } from "../values/sourced.ts";
import { weights } from "../values/weights.ts";
import { mapOf } from "../values/words.ts";
import { figure, uncertain } from "./leaves.ts";

export const tryAgainSchema = z
  .strictObject({
    most: figure("positiveCount", "Attempts of a case at most, the first included; with 1 nobody comes back"),
    delay: uncertain("duration", "From leaving the city to being caught again"),
    through: setting(
      mapOf(
        sourced(weights),
        "a map of sectors, or `default`, to weights, for example { el-paso: { tucson: 3, yuma: 1 } }",
      ),
      {
        description:
          "Where people try next, by the sector in which they were caught last: relative weights of the other sectors; `default` is for those not named. Unless given, as their like cross now.",
      },
    ).optional(),
  })
  .meta({
    description: "Further attempts of people who leave a city for another sector, on top of the counted arrivals.",
  });
