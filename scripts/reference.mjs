/** `npm run -s reference`: writes docs/reference/parameters.md from the schema and the base scenario. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { register } = await import("tsx/esm/api");
register();
const { parameterRows, parametersPage } = await import("./parameters-page.ts");
writeFileSync(join(root, "docs/reference/parameters.md"), parametersPage(parameterRows()));
