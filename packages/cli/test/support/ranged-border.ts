import { smallBorder } from "../../../../test/small-border.ts";

/** The small border with four ranges: one that decides how many are returned, two that do something to it, one that cannot. */
export const rangedBorder = smallBorder
  .replace("acceptance: 60 %", "acceptance: { value: 60 %, source: assumption, range: [40 %, 80 %] }")
  .replace("limit: 20/day }", "limit: { value: 20/day, source: assumption, range: [5/day, 20/day] } }")
  .replace("agents: 2,", "agents: { value: 2, source: assumption, range: [1, 4] },")
  .replace(
    "discretion: { single-adult: 20 %,",
    "discretion: { single-adult: { value: 20 %, source: assumption, range: [0 %, 60 %] },",
  );
