import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { findBrowser } from "../scripts/find-browser.mjs";

afterEach(() => vi.unstubAllEnvs());

it("takes the browser that CHROMIUM names, be it there or not, so that a test in one is never left out by mistake", () => {
  vi.stubEnv("CHROMIUM", path.resolve("/nowhere/chromium"));
  expect(findBrowser()).toBe(path.resolve("/nowhere/chromium"));
});

it("finds one on the PATH, and none where there is none", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "mpp-browser-"));
  vi.stubEnv("CHROMIUM", undefined);
  vi.stubEnv("PATH", folder);
  expect(findBrowser()).toBeUndefined();
  const file = path.join(folder, process.platform === "win32" ? "chrome.exe" : "google-chrome");
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  expect(findBrowser()).toBe(file);
  rmSync(folder, { recursive: true });
});
