/**
 * `npm run -s questions`: runs every scenario of scenarios/questions as it stands and writes what it printed into its page. With names
 * (`npm run -s questions -- 01 05`) only those. Figures quoted in the words of a page that it no longer holds are listed.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bootstrapOrExit, root } from "./bootstrap.mjs";
import { currentProgram } from "./bundle.mjs";
import { figuresNotRecorded, hashOf, pageOf, questionNames, withResult } from "./question-pages.mjs";

bootstrapOrExit();
const program = await currentProgram();
const asked = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "mpp-questions-"));
try {
  for (const name of questionNames) {
    if (asked.length > 0 && !asked.some((start) => name.startsWith(start))) continue;
    const out = join(folder, name);
    const printed = execFileSync(process.execPath, [program, "run", `scenarios/questions/${name}.yaml`, "--out", out], {
      cwd: root,
      encoding: "utf8",
    });
    /** @type {{ inputs: readonly { file: string }[] }} */
    const { inputs } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
    const page = withResult(readFileSync(pageOf(name), "utf8"), {
      hash: hashOf(inputs.map(({ file }) => ({ file, text: readFileSync(join(root, file), "utf8") }))),
      text: printed.slice(printed.indexOf("Mean ±"), printed.indexOf("\n\nRun directory")),
    });
    writeFileSync(pageOf(name), page);
    console.log([`${name} written`, ...figuresNotRecorded(page).map((figure) => `  quotes ${figure}`)].join("\n"));
  }
} finally {
  rmSync(folder, { recursive: true });
}
