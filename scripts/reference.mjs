/**
 * `npm run -s reference`: writes docs/reference/parameters.md from the schema and the base scenario, measures.md from the definitions of
 * measures, commands.md from the help of the program, and a page for each package that is used as a library from its docstrings.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";

bootstrapOrExit();
const { register } = await import("tsx/esm/api");
register();
const { commandsPage } = await import("./commands-page.ts");
const { parameterRows, parametersPage } = await import("./parameters-page.ts");
const { everyMeasure, measuresPage } = await import("./measures-page.ts");
const { referencePages } = await import("./reference-pages.ts");
writeFileSync(join(root, "docs/reference/parameters.md"), parametersPage(parameterRows()));
writeFileSync(join(root, "docs/reference/measures.md"), measuresPage(everyMeasure()));
writeFileSync(join(root, "docs/reference/commands.md"), await commandsPage());
for (const [file, page] of (await referencePages()).pages) writeFileSync(join(root, file), page);
