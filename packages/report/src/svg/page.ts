import { plainLines } from "../format/plain.ts";
import { html, type Markup, raw } from "./markup.ts";
import { style } from "./style.ts";

/** Nothing is loaded and nothing runs: the page is the file. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A whole page around its content, without what `plain` takes out of text. `more` is style that only this page needs. */
export function page(title: string, content: Markup, more = ""): string {
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style + more)}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
  return plainLines(markup);
}
