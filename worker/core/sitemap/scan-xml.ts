/** A token of an XML document. `name` has no prefix; `attributes` is raw. */
export type XmlToken =
  | { kind: "open"; name: string; attributes: string; isEmpty: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

/** Sections that are read as a whole: comments and processing instructions are skipped, CDATA is text. */
const SPECIAL = [
  { start: "<!--", end: "-->", isText: false },
  { start: "<![CDATA[", end: "]]>", isText: true },
  { start: "<?", end: "?>", isText: false },
] as const;

/**
 * Reads the tokens of an XML document lazily, in linear time. Ignores document types and expands no entities, so a hostile
 * document is harmless. A truncated document gives the tokens before the cut.
 */
export function* scanXml(xml: string): Generator<XmlToken, void, undefined> {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag === -1) return;
    if (tag > at) yield { kind: "text", text: xml.slice(at, tag) };
    const special = SPECIAL.find(({ start }) => xml.startsWith(start, tag));
    const end = xml.indexOf(special?.end ?? ">", tag);
    if (end === -1) return;
    if (special?.isText) yield { kind: "text", text: xml.slice(tag + special.start.length, end).replaceAll("&", "&amp;") };
    else if (!special) yield* tagToken(xml.slice(tag + 1, end));
    at = end + (special?.end.length ?? 1);
  }
}

function* tagToken(inside: string): Generator<XmlToken, void, undefined> {
  const name = /^\/?(?:[^\s/:]*:)?([^\s/]+)/.exec(inside)?.[1];
  if (name === undefined || inside.startsWith("!")) return;
  if (inside.startsWith("/")) yield { kind: "close", name };
  else yield { kind: "open", name, attributes: inside, isEmpty: inside.endsWith("/") };
}
