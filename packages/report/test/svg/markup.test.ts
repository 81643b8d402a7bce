import { expect, it } from "vitest";
import { html } from "../../src/svg/markup.ts";

it("escapes text, keeps markup, and joins lists", () => {
  const items = ["a & b", "<c>"].map((item) => html`<li title="${item}">${item}</li>`);
  expect(html`<ul>${items}</ul>${2}${`"'`}`.markup).toBe(
    '<ul><li title="a &amp; b">a &amp; b</li>\n<li title="&lt;c&gt;">&lt;c&gt;</li></ul>2&quot;\'',
  );
});
