import iconv from "iconv-lite";

/** Encodings that the library knows under another name. */
const ALIASES: Record<string, string> = { "x-mac-cyrillic": "maccyrillic", "x-user-defined": "windows-1252" };

/**
 * Percent-encodes the non-ASCII characters of an address's query in the encoding of its document, as browsers do; path and fragment are
 * always UTF-8 (WHATWG URL, 4.4). Characters that the encoding lacks become references such as `&#8364;`.
 */
export function encodeQuery(href: string, encoding: string | undefined): string {
  const start = href.indexOf("?");
  const hash = href.indexOf("#");
  if (encoding === undefined || start === -1 || (hash !== -1 && hash < start) || /^utf-/i.test(encoding)) return href;
  const name = ALIASES[encoding.toLowerCase()] ?? encoding;
  if (!iconv.encodingExists(name)) return href;
  const end = hash === -1 ? href.length : hash;
  const query = href.slice(start, end).replace(/[^\0-\x7f]/gu, (character) => percentEncode(character.toWellFormed(), name));
  return href.slice(0, start) + query + href.slice(end);
}

function percentEncode(character: string, encoding: string): string {
  const bytes = iconv.encode(character, encoding);
  // Browsers write none of the characters that EUC-JP needs three bytes for.
  const isKnown =
    character !== "\uFFFD" && iconv.decode(bytes, encoding) === character && !(/^euc-jp$/i.test(encoding) && bytes.length > 2);
  if (!isKnown) return `%26%23${character.codePointAt(0)}%3B`;
  return [...bytes].map((byte) => (byte >= 0x80 ? `%${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join("");
}
