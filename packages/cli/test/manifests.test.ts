import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { mpp } from "../src/program.ts";
import { fakeHost } from "./support/fake-host.ts";
import { emptyFolder, write } from "./support/folder.ts";
import { root } from "./support/program.ts";

const folder = path.join(root, "docs/clusters");

/** What each file must be, in the types that are published for it. */
const typeOf = (file: string): string =>
  file.endsWith(".yaml")
    ? 'import("kubernetes-types/batch/v1").Job'
    : `import("./schemas/aws-batch.d.ts").${/definition/.test(file) ? "RegisterJobDefinitionRequest" : "SubmitJobRequest"}`;

const manifests = readdirSync(folder).flatMap((file) =>
  parseAllDocuments(readFileSync(path.join(folder, file), "utf8")).map((document) => ({
    file,
    content: document.toJS() as unknown,
  })),
);

/** Why contents do not fit their types: keys that are unknown or missing, values of another type. */
function faultsOf(contents: readonly { readonly type: string; readonly content: unknown }[]): string[] {
  const name = path.join(root, "test/manifests-to-check.ts");
  const text = contents
    .map(
      ({ type, content }, index) => `export const manifest${index}: ${type} = ${JSON.stringify(content, null, 1)};\n`,
    )
    .join("");
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  host.readFile = (file) => (file === name ? text : readFile.call(host, file));
  host.getSourceFile = (file, target) =>
    file === name ? ts.createSourceFile(file, text, target) : getSourceFile.call(host, file, target);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([name], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

it("manifests of Kubernetes and AWS Batch fit the published types", () => {
  expect(manifests.map(({ file }) => file)).toEqual([
    "aws-batch-definition.json",
    "aws-batch-merge.json",
    "aws-batch-shards.json",
    "kubernetes.yaml",
    "kubernetes.yaml",
  ]);
  expect(faultsOf(manifests.map(({ file, content }) => ({ type: typeOf(file), content })))).toEqual([]);
  // It sees a key that is unknown, a value of another type, and a key that is missing.
  const [job, batch] = ["x.yaml", "x.json"].map(typeOf) as [string, string];
  const wrong = faultsOf([
    { type: job, content: { kind: "Job", spec: { completion: 8, template: {} } } },
    { type: job, content: { kind: "Job", spec: { completions: "8", template: {} } } },
    { type: job, content: { kind: "Job", spec: { completions: 8 } } },
    { type: batch, content: { jobName: "a", jobQueue: "b", jobDefinition: "c", arrayProperties: { sizes: 8 } } },
  ]);
  expect(wrong).toEqual([
    expect.stringContaining(`'"completion"' does not exist in type 'JobSpec'`),
    "Type 'string' is not assignable to type 'number'.",
    expect.stringContaining("Property 'template' is missing"),
    expect.stringContaining(`'"sizes"' does not exist in type 'ArrayProperties'`),
  ]);
});

/** Every text below a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Lists of words that begin with the program, and lines of a shell that call it. */
function commandsIn(value: unknown): string[][] {
  if (Array.isArray(value) && value[0] === "mpp") return [value.map(String).slice(1)];
  if (Array.isArray(value) && value[0] === "sh")
    return textsIn(value).flatMap((line) =>
      [...line.matchAll(/exec mpp (.+)$/g)].map(([, words]) => (words as string).split(" ")),
    );
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(commandsIn) : [];
}

const page = readFileSync(path.join(root, "docs/clusters.md"), "utf8");
const shown = [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap(([, block]) => (block as string).split("\n"))
  .flatMap((line) =>
    line.startsWith("mpp ")
      ? [
          line
            .replace(/\s+#.*$/, "")
            .split(" ")
            .slice(1),
        ]
      : [],
  );

it.each([...manifests.flatMap(({ content }) => commandsIn(content)), ...shown].map((words) => words.join(" ")))(
  "mpp %s is a command of the program",
  async (line) => {
    const here = emptyFolder();
    write(here, { "my-scenario.yaml": "" });
    const host = fakeHost(here, { environment: { JOB_COMPLETION_INDEX: "0" } });
    const words = line.split(" ").map((word) => word.replace(/^redis:.*/, "redis://127.0.0.1:1"));
    const code = await mpp(words, host);
    // It gets as far as what it needs.
    const needs =
      /^(my-scenario\.yaml must not be empty|runs\/\S+ must be the directory of a shard|Redis must answer at)/;
    if (line !== "--help") expect([code, host.printed.err]).toEqual([2, expect.stringMatching(needs)]);
    else expect(code).toBe(0);
  },
);

it("the manifests have five commands of the program, the page some more", () => {
  expect([manifests.flatMap(({ content }) => commandsIn(content)).length, shown.length > 5]).toEqual([5, true]);
});
