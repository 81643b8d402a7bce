/** The `mpp` program from its sources: installs and bundles what changed, then runs here, with these arguments. */
import { accessSync, constants } from "node:fs";
import { pathToFileURL } from "node:url";
import { bootstrapOrExit, endOfNoAccess } from "./bootstrap.mjs";
import { currentProgram } from "./bundle.mjs";

bootstrapOrExit();
// npm changes to the folder of the repository; paths that a user gives hold from where they stand. Other scripts name paths from here.
const { INIT_CWD, npm_lifecycle_event } = process.env;
if (INIT_CWD !== undefined && npm_lifecycle_event === "mpp") process.chdir(INIT_CWD);
/** @type {string} */
let program;
try {
  program = await currentProgram();
  accessSync(program, constants.R_OK);
} catch (error) {
  endOfNoAccess(error);
  throw error;
}
await import(pathToFileURL(program).href);
