import { html, type Markup } from "./markup.ts";

/** A path or the name of a measure, which may break only after a dot. */
export function breakable(path: string): Markup {
  return path.split(/(?<=\.)/).reduce((before, part) => html`${before}<wbr><span>${part}</span>`, html``);
}

/** A label: words as they are, the name of a measure as such. */
export function labelMarkup(label: string): Markup {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(label)
    ? html`<code class="name">${breakable(label)}</code>`
    : html`${label}`;
}
