import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Reference, referencePages } from "../scripts/reference-pages.ts";
import { root } from "./scenario-files.ts";

let reference: Reference;

beforeAll(async () => {
  reference = await referencePages();
});

/** The model's own parts and columns: a rule from outside is handed all of them, and each is told of where it is declared. */
const ofTheModel = /^border\.(BorderModel|CaseTable)\./;

it("whatever a package exports has a docstring, and so has each member", () => {
  expect(reference.gaps.filter((name) => !ofTheModel.test(name))).toEqual([]);
});

describe.each(["engine", "border", "scenario", "scenario/node", "experiment", "experiment/node"])(
  "the page of %s",
  (name) => {
    const file = `docs/reference/${name.replace("/", "-")}.md`;
    const page = (): string => reference.pages.get(file) as string;

    it("is up to date (npm run -s reference)", () => {
      expect(readFileSync(path.join(root, file), "utf8")).toBe(page());
    });

    it("has a heading for everything that is exported", () => {
      const index = readFileSync(path.join(root, "packages", name.replace(/^[^/]+/, "$&/src"), "index.ts"), "utf8");
      const exported = [...index.matchAll(/\{([^}]*)\}/g)].flatMap(([, names]) =>
        (names as string).split(",").flatMap((one) => /(?:type )?(\w+)/.exec(one.trim())?.[1] ?? []),
      );
      const headings = new Set([...page().matchAll(/^### (?:abstract )?(\w+)/gm)].map(([, heading]) => heading));
      expect(exported.length).toBeGreaterThan(name.endsWith("/node") ? 2 : 10);
      expect(exported.filter((one) => !headings.has(one))).toEqual([]);
    });

    it("says nothing of versions, dates, machines or lines of sources", () => {
      expect(page()).not.toMatch(/Defined in|https?:|\/home\/|\/tmp\/|0\.28\./);
    });

    it("has no link that leads nowhere", () => {
      const anchors = new Map([...reference.pages].map(([at, text]) => [path.basename(at), anchorsOf(text)]));
      const links = [...page().matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link as string);
      const dead = links.filter((link) => {
        const [target = "", anchor] = link.split("#");
        const known = anchors.get(target === "" ? path.basename(file) : target);
        if (anchor !== undefined && known !== undefined) return !known.has(anchor);
        return !existsSync(path.join(root, "docs/reference", target));
      });
      expect(dead).toEqual([]);
    });
  },
);

/** Anchors of headings, numbered where several are alike, and those that are written. */
function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => {
    const anchor = (heading as string)
      .toLowerCase()
      .replace(/[^\w -]/g, "")
      .replaceAll(" ", "-");
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
  return new Set([...headings, ...[...page.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor as string)]);
}
