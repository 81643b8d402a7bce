/** Where the browser is that tests run in: the one that CHROMIUM names, else the first of the usual names on the PATH. */
import { delimiter, isAbsolute, join } from "node:path";
import { isExecutable } from "./is-executable.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const endings = process.platform === "win32" ? [".exe"] : [""];

/** What to do when there is none. */
export const howToGetOne =
  "install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of a Chromium, Chrome or Edge";

/**
 * Its path, or undefined. A browser that CHROMIUM names is taken at its word.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const wanted = process.env.CHROMIUM;
  if (wanted !== undefined && isAbsolute(wanted)) return wanted;
  const folders = (process.env.PATH ?? "").split(delimiter).filter(isAbsolute);
  for (const name of wanted === undefined ? names : [wanted]) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}
