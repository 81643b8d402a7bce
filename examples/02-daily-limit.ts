/**
 * A bridge that lets ten people cross a day, told as events. Nine come on an average day; the limit starts afresh at local
 * midnight. Run it with `npx tsx examples/02-daily-limit.ts`. Times are in hours.
 */
import {
  Arrivals,
  dayNumber,
  isoDate,
  Limit,
  LocalCalendar,
  PiecewiseRate,
  Simulation,
  Tally,
  WaitingLine,
} from "@mpp-sim/engine";

const firstDay = dayNumber("2019-10-28");
const days = 4000;

// Hours of simulation time start at 00:00 UTC of the first day. Clocks in Texas went back on 3 November 2019, at 07:00 UTC.
const calendar = new LocalCalendar({
  name: "America/Chicago",
  epochDay: firstDay,
  offsets: [
    { from: Number.NEGATIVE_INFINITY, hours: -5 },
    { from: (dayNumber("2019-11-03") - firstDay) * 24 + 7, hours: -6 },
  ],
});

const simulation = new Simulation({ seed: "bridge" });
const limit = new Limit("bridge", calendar, 10);
const line = new WaitingLine(simulation, "bridge");
const arrivals = new Arrivals(
  new PiecewiseRate([calendar.midnight(firstDay)], [9 / 24]),
  simulation.stream("arrivals"),
);
const leftOver = new Tally();

const crosses = simulation.eventType("crosses", () => {});
const comes = simulation.eventType("comes", (person) => {
  line.join(crosses, person);
  letCross();
  simulation.scheduleAt(arrivals.next(), comes, person + 1);
});
const midnight = simulation.eventType("midnight", (day) => {
  leftOver.add(line.length);
  if (leftOver.count <= 8) {
    console.log(`${isoDate(day)}  crossed ${String(limit.usedOn(day)).padStart(2)}, left over ${line.length}`);
  }
  letCross();
  simulation.scheduleAt(calendar.nextMidnight(simulation.now), midnight, day + 1);
});

/** As many as the rest of today's limit allows, in order of coming. */
function letCross(): void {
  const today = calendar.dayOf(simulation.now);
  const room = limit.roomOn(today);
  const crossed = room - line.fill(room, "block");
  if (crossed > 0) limit.take(today, crossed);
}

simulation.scheduleAt(arrivals.next(), comes, 1);
simulation.scheduleAt(calendar.midnight(firstDay + 1), midnight, firstDay);
simulation.run(calendar.midnight(firstDay + days) + 1);

console.log(`\nin ${leftOver.count} days ${line.waits.count} people crossed`);
console.log(`left over at midnight  ${leftOver.mean.toFixed(2)} on average, ${leftOver.max} at most; theory says 3.10`);
console.log(
  `wait                   ${line.waits.mean.toFixed(2)} hours on average, ${line.waits.max.toFixed(1)} at most`,
);
