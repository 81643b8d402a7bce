import { wrap } from "../format/plain.ts";
import { drawingWidth } from "./drawing.ts";
import { html, type Markup, raw } from "./markup.ts";
import { palette } from "./style.ts";

/** A drawing on a sheet, with what stands above it. */
export interface Panel {
  readonly heading: string;
  /** Smaller, below the heading. */
  readonly about: string;
  readonly drawing: Markup;
  readonly height: number;
}

const margin = 14;
const line = 19;
/** Letters in a line of a heading: those of most fonts take less than half of their height in width. */
const letters = 58;

const style = raw(`<style>
${palette}svg { font: 14px system-ui, sans-serif; color: var(--ink); }
.heading { font-weight: 600; fill: var(--ink); }
.about { font-size: 13px; fill: var(--soft); }
.title { font-size: 17px; font-weight: 600; fill: var(--ink); }
.drawing { overflow: visible; }
.drawing text { white-space: pre; }
</style>`);

/** An SVG file of its own: drawings below one another under a title, light and dark by the reader's wish. */
export function sheet(title: string, panels: readonly Panel[]): string {
  let y = margin;
  const texts: Markup[] = [];
  const write = (text: string, kind: string, most: number, height: number): void => {
    for (const one of wrap(text, most)) {
      y += height;
      texts.push(html`<text class="${kind}" x="${margin}" y="${y}">${one}</text>`);
    }
  };
  write(title, "title", 50, 22);
  for (const { heading, about, drawing, height } of panels) {
    y += 12;
    write(heading, "heading", letters, line);
    write(about, "about", letters + 6, line - 1);
    y += 6;
    texts.push(html`<g transform="translate(${margin} ${y})">${drawing}</g>`);
    y += height;
  }
  y += margin;
  const width = drawingWidth + 2 * margin;
  const { markup } =
    html`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${y}" role="group" aria-label="${title}">
${style}
<rect width="${width}" height="${y}" fill="var(--paper)"/>
${texts}
</svg>`;
  return `${markup}\n`;
}
