/** The `mpp` program from its sources: installs and bundles what changed, then runs here, with these arguments. */
import { pathToFileURL } from "node:url";
import { bootstrapOrExit } from "./bootstrap.mjs";
import { currentProgram } from "./bundle.mjs";

bootstrapOrExit();
await import(pathToFileURL(await currentProgram()).href);
