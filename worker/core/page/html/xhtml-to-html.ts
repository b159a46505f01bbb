import { readTag, type XmlTag } from "./xml-tag.ts";

/** Elements without content, whose end tags mean something else in HTML. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr param".split(" "));
/** Elements whose content is text alone in HTML, and may have CDATA sections and references in XML. */
const TEXT_ONLY = new Set("script style title textarea iframe xmp noembed noframes noscript".split(" "));

/**
 * Rewrites an XML document so that the HTML parser builds the tree that an XML parser would: `<script/>` and `<a id="x"/>` are whole
 * elements, CDATA sections are text, and prefixes of XHTML, SVG and MathML are dropped. Accepts any text, in linear time.
 */
export function xhtmlToHtml(xml: string): string {
  const out: string[] = ["<!doctype html>"];
  const prefixes = prefixesOf(xml);
  const nameOf = ({ prefix, name }: XmlTag) => (prefix === "" || prefixes.has(prefix) ? name : `${prefix}:${name}`);
  let raw: string | null = null;
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf("<", at);
    out.push(xml.slice(at, open === -1 ? xml.length : open));
    if (open === -1) break;
    const section = SECTIONS.find(({ start }) => xml.startsWith(start, open));
    if (section) {
      const end = xml.indexOf(section.end, open + section.start.length);
      if (section.isText) out.push(escapeText(xml.slice(open + section.start.length, end === -1 ? xml.length : end), raw));
      at = end === -1 ? xml.length : end + section.end.length;
      continue;
    }
    const tag = readTag(xml, open);
    if (!tag) break;
    at = tag.end;
    if (tag.name.startsWith("!")) continue;
    const name = nameOf(tag);
    const isVoid = VOID.has(name.toLowerCase());
    // Inside of such an element, HTML has no other elements.
    if (raw !== null && !(tag.isEnd && name === raw)) continue;
    if (tag.isEnd) {
      if (!isVoid) out.push(`</${name}>`);
      raw = null;
      continue;
    }
    // HTML's own element of this name swallows the rest of the page.
    out.push(`<${name === "plaintext" ? "pre" : name}${tag.attributes}>`);
    if (tag.isEmpty && !isVoid) out.push(`</${name}>`);
    if (!tag.isEmpty && TEXT_ONLY.has(name)) raw = name;
  }
  return out.join("");
}

/** Parts of a document that are no tags. */
const SECTIONS = [
  { start: "<!--", end: "-->", isText: false },
  { start: "<![CDATA[", end: "]]>", isText: true },
  { start: "<?", end: "?>", isText: false },
] as const;

/** Escapes the text of a CDATA section. In scripts and style sheets, only their own end could be mistaken. */
function escapeText(text: string, raw: string | null): string {
  if (raw === "script" || raw === "style") return text.replaceAll("</", "<\\/");
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const NAMESPACES = /\sxmlns:([\w.-]{1,100})\s*=\s*["']http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)["']/g;

/** Returns the prefixes that stand for the namespaces of HTML. They are declared at the beginning nearly always. */
function prefixesOf(xml: string): Set<string> {
  return new Set([...xml.slice(0, 5_000).matchAll(NAMESPACES)].map(([, prefix = ""]) => prefix));
}
