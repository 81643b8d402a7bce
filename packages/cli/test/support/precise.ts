import { readFileSync } from "node:fs";
import path from "node:path";
import { smallBorder } from "../../../../test/small-border.ts";
import { mpp } from "../../src/program.ts";
import { fakeHost } from "./fake-host.ts";
import { write } from "./folder.ts";

/** Of the small border. */
export const precise = "sector.el-paso.released";

/** The small border with as many replications as are asked for, but no more once a measure is known so well. */
export const until = (within: string, replications = 60, measure = precise): string =>
  smallBorder.replace(
    "replications: 2",
    `replications: ${replications}, precision: { measure: ${measure}, within: ${within} }`,
  );

/** Runs the program in a folder, with `small.yaml` written anew where a text is given. */
export async function program(folder: string, args: readonly string[], text?: string) {
  if (text !== undefined) write(folder, { "small.yaml": text });
  const { printed, ...host } = fakeHost(folder);
  return { code: await mpp(args, host), ...printed };
}

export const manifestIn = (folder: string, out: string) =>
  JSON.parse(readFileSync(path.join(folder, out, "manifest.json"), "utf8"));
