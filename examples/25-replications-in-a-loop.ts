/**
 * Replications one by one, each simulated when the loop asks for it; nothing is written. A rule from outside is an option: officers in
 * Tucson put people on the bus only while fewer than 150 are in custody. Run it in the folder of the repository with
 * `npx tsx examples/25-replications-in-a-loop.ts`.
 */
import {
  always,
  border,
  busLine,
  byBus,
  city,
  court,
  type Extensions,
  returnLimit,
  returnPoint,
  Screens,
  sector,
  steadyArrivals,
  zoneWithoutSummerTime,
} from "@mpp-sim/border";
import { dayNumber } from "@mpp-sim/engine";
import { replications } from "@mpp-sim/experiment";

const [firstDay, days] = [dayNumber("2019-10-01"), 14];
const zone = zoneWithoutSummerTime("America/Phoenix", firstDay, -7);
const parameters = border(firstDay, days, {
  sectors: [
    sector("tucson", { zone, arrivals: [steadyArrivals(zone, days, 60)], pathways: [byBus(0, 1, 0)] }),
    sector("el-paso", { zone }),
  ],
  buses: [busLine("tucson-el-paso", { from: 0, to: 1, seats: always(40) })],
  returnPoints: [returnPoint("paso-del-norte", { sector: 1, zone })],
  returnLimits: [returnLimit("el-paso", { through: [0], zone, perDay: always(50) })],
  cities: [city("ciudad-juarez", { zone })],
  courts: [court("el-paso", { zone })],
});
const extensions: Extensions = {
  disposition: (ground) => {
    const screens = new Screens(ground);
    return {
      decide: (row) => (ground.inCustody(ground.sectorOf(row)) < 150 ? screens.decide(row) : "discretion"),
    };
  },
};
for await (const { replication, measure } of replications({ parameters, extensions, seed: "loop" })) {
  const [returned, enrolled, all] = ["returned.first", "enrolled", "arrivals"].map((what) =>
    measure(`sector.tucson.${what}`),
  );
  console.log(`replication ${replication}: ${all} apprehended, ${enrolled} put in a pathway, ${returned} returned`);
  if (replication === 3) break;
}
