/** Text of HTML, SVG or XML that is ready to be written. Only `markup` makes it. */
export type Markup = { readonly written: string };

type Value = string | number | Markup | readonly Markup[];

/** Characters that XML 1.0 does not allow (section 2.2), lone surrogates too. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Writes a template of HTML or XML. Every inserted text is escaped; other markup is inserted as it is. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const inserted = values.map(insert);
  return { written: parts.map((part, index) => part + (inserted[index] ?? "")).join("") };
}

/** The markup for nothing. */
export const NO_MARKUP: Markup = { written: "" };

function insert(value: Value): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return "written" in value ? value.written : value.map(({ written }) => written).join("");
}

function escaped(text: string): string {
  return text.replace(FORBIDDEN, "\u{FFFD}").replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}
