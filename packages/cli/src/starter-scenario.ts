export const starterFile = "my-scenario.yaml";

/** A short scenario on top of the base, with comments that say how to go on. */
export function starterScenario(base: string): string {
  return `# yaml-language-server: $schema=./scenario.schema.json
#
# Your scenario. It builds on the base: whatever is not written here is as it is there.
# Check it with "validate", see everything it holds with "show", what it rests on with "show --assumptions".
mpp: 1
name: My scenario
question: What if fewer people could be returned through El Paso each day?
extends: ./${base}

# What the summary leads with.
focus: { sector: el-paso, limit: el-paso }
# The same seed meets the same people, whatever else changes. More replications narrow the intervals.
experiment: { seed: my-scenario, replications: 5 }

# Every value has its unit. One that is uncertain can name its source, or say that it is an assumption, and of what range.
returnLimits:
  el-paso:
    limit: { before: 100/day, 2019-06-13: { value: 150/day, source: assumption, range: [100/day, 200/day] } }

# Changes from a date on:
# policy:
#   - { on: 2020-01-06, because: hypothetical, set: { returnLimits.el-paso.limit: 50/day } }
`;
}
