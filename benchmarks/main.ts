import { benchFiscalYear } from "./fiscal-year.ts";

/** Prints the first run, in which code is still being compiled, and the median of five more. */
const scenarios = process.argv[2] ?? "scenarios";
const first = benchFiscalYear(scenarios);
const more = Array.from({ length: 5 }, () => benchFiscalYear(scenarios)).sort((a, b) => a.seconds - b.seconds);
for (const [name, timing] of [
  ["first", first],
  ["median of five more", more[2]],
] as const) {
  if (timing === undefined) continue;
  const { people, events, seconds, peakMb } = timing;
  const rate = (events / seconds / 1e6).toFixed(2);
  console.log(
    `fiscal year 2019, ${name}: ${seconds.toFixed(2)} s, ${people} people, ${events} events (${rate} million a second), peak ${peakMb.toFixed(0)} MB`,
  );
}
