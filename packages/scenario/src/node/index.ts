/** Scenario files on disk, for programs that run in Node. */
export { NodeReader } from "./node-reader.ts";
export { openScenario } from "./open-scenario.ts";
export { systemCode } from "./problem-of.ts";
