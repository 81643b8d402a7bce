import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format } from "node:util";
import { expect, it, vi } from "vitest";

const folder = dirname(fileURLToPath(import.meta.url));
const programs = readdirSync(folder).filter((file) => /^\d\d-.*\.ts$/.test(file));

it("there are examples", () => {
  expect(programs.length).toBeGreaterThanOrEqual(8);
});

/** Each is a program of its own; here they share a process, in which what they import is already warm. */
it.each(programs)("%s prints what its .out file says", async (program) => {
  let printed = "";
  const log = vi.spyOn(console, "log").mockImplementation((...words) => {
    printed += `${format(...words)}\n`;
  });
  try {
    await import(/* @vite-ignore */ pathToFileURL(join(folder, program)).href);
  } finally {
    log.mockRestore();
  }
  expect(printed).toBe(readFileSync(join(folder, program.replace(/\.ts$/, ".out")), "utf8"));
});
