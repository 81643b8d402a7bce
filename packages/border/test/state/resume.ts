/** Run in a process of its own: restores a snapshot into a model, runs it to its end, prints what came of it. */
import { readFileSync } from "node:fs";
import { ended, started } from "./whole-run.ts";

const model = started();
model.ground.simulation.restore(readFileSync(process.argv[2]!));
console.log(JSON.stringify(ended(model)));
