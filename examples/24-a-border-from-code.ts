/**
 * A border without a file. Sixty adults a day are caught in Tucson; a bus takes them to El Paso, where fifty a day may be returned. What
 * is not said has a default: everyone is processed at once, and custody has room for all. Run it in the folder of the repository with
 * `npx tsx examples/24-a-border-from-code.ts`.
 */
import {
  always,
  type BorderParameters,
  border,
  busLine,
  byBus,
  city,
  court,
  returnLimit,
  returnPoint,
  sector,
  steadyArrivals,
  zoneWithoutSummerTime,
} from "@mpp-sim/border";
import { dayNumber } from "@mpp-sim/engine";
import { runVariants } from "@mpp-sim/experiment";

const firstDay = dayNumber("2019-10-01");
const days = 30;
const zone = zoneWithoutSummerTime("America/Phoenix", firstDay, -7);
const [tucson, elPaso] = [0, 1];

function withSeats(seats: number): BorderParameters {
  return border(firstDay, days, {
    sectors: [
      sector("tucson", {
        zone,
        arrivals: [steadyArrivals(zone, days, 60)],
        custody: {
          capacity: always(300),
          whenFull: "crowd",
          limitHours: 72,
          atLimit: ["release", "release", "hold"],
        },
        pathways: [byBus(0, elPaso, 0)],
      }),
      sector("el-paso", { zone }),
    ],
    buses: [busLine("tucson-el-paso", { from: tucson, to: elPaso, seats: always(seats) })],
    returnPoints: [returnPoint("paso-del-norte", { sector: elPaso, zone })],
    returnLimits: [returnLimit("el-paso", { through: [0], zone, perDay: always(50) })],
    cities: [city("ciudad-juarez", { zone })],
    courts: [court("el-paso", { zone })],
  });
}

const variants = [30, 40, 50, 60].map((seats) => ({ name: String(seats), parameters: withSeats(seats) }));
const result = runVariants({ variants, reference: "30", seed: "from code", replications: 10 });
if (result.status !== "complete") throw new Error(result.reason);
for (const { name } of result.variants) {
  const mean = (of: string) => result.estimate(name, of).mean?.toFixed(1);
  console.log(
    `${name} seats: returned ${mean("sector.tucson.returned.first")}, released ${mean("sector.tucson.released")}`,
  );
}
