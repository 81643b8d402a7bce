import { followCase } from "@mpp-sim/border";
import { storyText } from "@mpp-sim/report";
import { expect, it } from "vitest";
import { scenarioNamed } from "./scenario-files.ts";

/** A bus missed, a limit met, a hearing: what people are told of one case. */
const stories = [
  ["tucson-el-paso-bus", "2020-02-29", { releasedFor: "no-seat" }],
  ["tucson-el-paso-bus", "2020-02-29", { number: 900 }],
  ["del-rio-limit-50", "2019-11-10", { releasedFor: "no-limit" }],
  ["del-rio-limit-50", "2019-11-10", { releasedFor: "no-port-hours" }],
] as const;

it("the story of a case, to the letter", async () => {
  const told = stories.map(([name, until, which]) => {
    const { parameters } = scenarioNamed(name, { until });
    const story = followCase(parameters, { seed: "golden", replication: 0, which });
    if (!story.found) return `${name}: there are ${story.cases} cases\n`;
    return `${name}, ${JSON.stringify(which)}\n\n${storyText(story)}`;
  });
  await expect(told.join("\n\n")).toMatchFileSnapshot("golden/stories.golden.txt");
});
