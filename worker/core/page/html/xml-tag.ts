/** A tag of an XML document. `attributes`: as written, with the space before them. `end`: the index after the tag. */
export type XmlTag = { prefix: string; name: string; attributes: string; isEnd: boolean; isEmpty: boolean; end: number };

const NAME = /<(\/?)(?:([^\s/:>"']{1,200}):)?([^\s/:>"']{1,200})/y;

/**
 * Reads the tag that begins at an index; quoted values may contain `>`. Declarations (`<!DOCTYPE …>`) are tags whose name begins with `!`,
 * without attributes. Null: the document ends within the tag, or this is none.
 */
export function readTag(xml: string, at: number): XmlTag | null {
  NAME.lastIndex = at;
  const found = NAME.exec(xml);
  if (!found) return null;
  const [, slash = "", prefix = "", name = ""] = found;
  const from = NAME.lastIndex;
  let depth = 0;
  for (let index = from; index < xml.length; index += 1) {
    const character = xml[index];
    if (character === '"' || character === "'") {
      index = xml.indexOf(character, index + 1);
      if (index === -1) return null;
    } else if (character === "[") depth += 1;
    else if (character === "]") depth -= 1;
    else if (character === ">" && depth <= 0) {
      const isEmpty = xml[index - 1] === "/";
      const attributes = xml.slice(from, isEmpty ? index - 1 : index);
      return { prefix, name, attributes, isEnd: slash === "/", isEmpty, end: index + 1 };
    }
  }
  return null;
}
