import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type Markup, raw } from "./markup.ts";

/** Width of every drawing in its own units; the page scales it, so that text stays readable on a phone and on paper. */
export const drawingWidth = 480;

/** What a drawing says to someone who cannot see it. */
export interface Caption {
  /** Unique on the page: part of ids. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The id of a drawing of something that has this name. */
export function idOf(name: string): string {
  return name.replace(/[^a-z0-9]+/gi, "-");
}

/** Draws with Observable Plot on a new document each time, so that one drawing leaves nothing behind for the next. */
export function draw(options: Plot.PlotOptions, { id, title, description }: Caption): Markup {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ width: drawingWidth, className: "drawing", ...options, document });
  // The page has one style for all drawings.
  svg.querySelector("style")?.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-description`);
  for (const [name, text] of [
    ["desc", description],
    ["title", title],
  ] as const) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    element.setAttribute("id", `${id}-${name === "desc" ? "description" : name}`);
    element.textContent = text;
    svg.insertBefore(element, svg.firstChild);
  }
  return raw(svg.outerHTML);
}
