/** A piece of HTML that may be inserted as it is. Only `html` and `raw` make one, so text cannot become markup by mistake. */
export interface Markup {
  readonly markup: string;
}

type Inserted = string | number | Markup | readonly Markup[];

/** Template of HTML: text that is inserted is escaped, for element content and for attributes in double quotes. */
export function html(parts: TemplateStringsArray, ...inserted: readonly Inserted[]): Markup {
  let markup = "";
  parts.forEach((part, index) => {
    const value = inserted[index];
    markup += value === undefined ? part : part + insert(value);
  });
  return { markup };
}

/** Markup made elsewhere: the style of the page, and drawings whose text is already escaped. */
export function raw(markup: string): Markup {
  return { markup };
}

function insert(value: Inserted): string {
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("\n");
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
