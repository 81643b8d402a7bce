/** Scenario files: YAML to diagnostics, or to the parameters of the border model with the source of every value. */
export { loadScenario, type LoadedScenario, type LoadOptions } from "./load-scenario.ts";
export type { Scenario, Source, SourcedValue } from "./scenario.ts";
export { scenarioJsonSchema } from "./schema/json-schema.ts";
export type { FileRead, ScenarioReader } from "./scenario-reader.ts";
export { type Diagnostic, formatDiagnostic } from "./text/diagnostics.ts";
