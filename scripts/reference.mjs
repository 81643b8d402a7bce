/**
 * `npm run -s reference`: writes docs/reference/parameters.md from the schema and the base scenario, and docs/reference/engine.md from
 * the docstrings of the engine.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { register } = await import("tsx/esm/api");
register();
const { parameterRows, parametersPage } = await import("./parameters-page.ts");
const { engineEntries, enginePage } = await import("./engine-page.ts");
writeFileSync(join(root, "docs/reference/engine.md"), enginePage(engineEntries()));
writeFileSync(join(root, "docs/reference/parameters.md"), parametersPage(parameterRows()));
