import { type ContentRule, isQuoted, rangesOf } from "./slip.ts";

/** Entities that editors and content systems write; HTML Standard, "named character references". */
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  pound: "£",
  deg: "°",
  times: "×",
  rarr: "→",
  larr: "←",
  aacute: "á",
  agrave: "à",
  acirc: "â",
  atilde: "ã",
  auml: "ä",
  aring: "å",
  ccedil: "ç",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  iacute: "í",
  ntilde: "ñ",
  oacute: "ó",
  ocirc: "ô",
  otilde: "õ",
  ouml: "ö",
  szlig: "ß",
  uacute: "ú",
  uuml: "ü",
};

const ENTITY = new RegExp(`&(?:${Object.keys(CHARACTERS).join("|")}|#\\d{2,6}|#[xX][\\da-fA-F]{2,5});`, "gu");

/** Texts about HTML, which name its entities. */
const ABOUT_MARKUP =
  /\b(?:html|xml|xhtml|entit(?:y|ies)|markup|escap(?:e|ed|es|ing)|ampersand|character (?:reference|code)s?|non-?breaking space|encod\w*|sgml|tags?)\b/iu;

/** Finds HTML entities that were escaped twice and so are visible as text: "Terms &amp; conditions". */
export const findEntities: ContentRule = ({ text }) => {
  if (!text.includes("&") || ABOUT_MARKUP.test(text)) return [];
  return rangesOf(ENTITY, text)
    .filter((range) => !isQuoted(range, text))
    .map((range) => {
      const entity = text.slice(range.start, range.end);
      const meant = meaningOf(entity.slice(1, -1));
      return {
        rule: "content/entity-as-text",
        confidence: 0.92,
        message: `Readers see the code “${entity}” instead of the character it stands for; it was escaped twice.`,
        range,
        suggestions: meant !== null && meant.trim() !== "" ? [meant] : [],
      };
    });
};

function meaningOf(name: string): string | null {
  if (!name.startsWith("#")) return CHARACTERS[name] ?? null;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}
