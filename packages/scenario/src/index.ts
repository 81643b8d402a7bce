/** Scenario files: YAML to diagnostics, or to the parameters of the border model with the source of every value. */
export { censusCsv } from "./census/census-csv.ts";
export { ReadBefore } from "./compile/read-before.ts";
export { type Factor, type Interval, type Levels, settingsOf } from "./factors.ts";
export { type LoadedScenario, type LoadOptions, loadScenario } from "./load-scenario.ts";
export { type ParameterValues, parameterValues } from "./parameter-values.ts";
export type { Answer, Scenario, Source, SourcedValue, Variant } from "./scenario.ts";
export type { FileRead, ScenarioReader } from "./scenario-reader.ts";
export { scenarioJsonSchema } from "./schema/json-schema.ts";
export type { Parameter } from "./schema/settings.ts";
export { type Diagnostic, formatDiagnostic } from "./text/diagnostics.ts";
export { didYouMean } from "./text/nearest.ts";
export { type ScenarioTitle, titleOf } from "./title-of.ts";
export { distributionForms } from "./values/distribution.ts";
export type { Level } from "./values/level.ts";
export { settingText, type Written } from "./values/setting.ts";
