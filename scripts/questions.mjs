/**
 * `npm run -s questions`: runs every scenario of scenarios/questions as it stands and writes what it printed into its page. With names
 * (`npm run -s questions -- 01 05`) only those. Figures quoted in the words of a page that it no longer holds are listed.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import {
  figuresNotRecorded,
  hashOf,
  hashOfFirst,
  pageOf,
  questionNames,
  resultIn,
  withResult,
} from "./question-pages.mjs";
import { withDates, withWeights } from "./question-tables.mjs";
import { runProgram } from "./run-program.mjs";

bootstrapOrExit();
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "mpp-questions-"));
try {
  for (const name of questionNames) {
    if (asked.length > 0 && !asked.some((start) => name.startsWith(start))) continue;
    const file = `scenarios/questions/${name}.yaml`;
    const [out, outOfFirst] = [join(folder, name), join(folder, `${name}-first`)];
    const whole = await runProgram(file, out);
    const first = await runProgram(file, outOfFirst, "--replications", "1");
    if (firstReplicationIn(out) !== firstReplicationIn(outOfFirst)) {
      throw new Error(`the first replication of ${name} must be the same alone and with others`);
    }
    const recorded = withResult(readFileSync(pageOf(name), "utf8"), {
      hash: hashOf(
        whole.inputs.map((input) => ({ file: input.file, text: readFileSync(join(root, input.file), "utf8") })),
      ),
      first: hashOfFirst({ fingerprint: first.fingerprint, text: resultIn(first.printed) }),
      text: resultIn(whole.printed),
    });
    const daily = readFileSync(join(out, "daily.csv"), "utf8");
    const page = withWeights(withDates(recorded, { daily, reference: whole.reference }));
    writeFileSync(pageOf(name), page);
    console.log([`${name} written`, ...figuresNotRecorded(page).map((figure) => `  quotes ${figure}`)].join("\n"));
  }
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * Every measure of the first replication of a run, under every variant.
 * @param {string} out its run directory
 */
function firstReplicationIn(out) {
  return readFileSync(join(out, "replications.csv"), "utf8")
    .split("\n")
    .filter((row) => row.startsWith("0,"))
    .join("\n");
}
