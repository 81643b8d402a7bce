import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { questionNames } from "../scripts/question-pages.mjs";
import { runOnce } from "./program-run.ts";
import { root } from "./scenario-files.ts";

const files = readdirSync(path.join(root, "scenarios"), { recursive: true, encoding: "utf8" })
  .map((file) => `scenarios/${file.split(path.sep).join("/")}`)
  .filter((file) => /\.ya?ml$/.test(file))
  .sort();
const questions = questionNames.map((name) => `scenarios/questions/${name}.yaml`);

describe("`mpp run` of every file under scenarios/, as it stands", () => {
  it("those of questions are run by questions.slow.test.ts", () => {
    expect(files).toEqual(expect.arrayContaining(questions));
    expect(files.length).toBeGreaterThan(questions.length);
  });

  it.each(files.filter((file) => !questions.includes(file)))("%s", async (file) => {
    const { dates, fingerprint } = await runOnce(file);
    expect(dates.length).toBeGreaterThan(0);
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});
