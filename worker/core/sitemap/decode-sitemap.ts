import { isMostlyUtf8 } from "../text/is-mostly-utf8.ts";

/** Bytes in which a declaration of the encoding is searched. */
const DECLARATION_BYTES = 200;
/** The first bytes of an XML declaration in UTF-16 without a byte order mark. */
const UTF_16_LE = [0x3c, 0x00, 0x3f, 0x00];
const UTF_16_BE = [0x00, 0x3c, 0x00, 0x3f];
/** Begins a change of characters in ISO-2022-JP, whose bytes are valid UTF-8, too. */
const ESCAPE = 0x1b;

/**
 * Decodes a sitemap (XML 1.0, 4.3.3 and F): by its byte order mark, as UTF-8 where its bytes are that, by its XML declaration, by the
 * `charset` of its Content-Type, or as windows-1252, in this order: many files declare an encoding that they are not in.
 */
export function decodeSitemap(bytes: Uint8Array, contentType = ""): string {
  const declared = declaredEncoding(bytes);
  const named = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  const first = bytes.includes(ESCAPE) ? [declared, named] : [];
  for (const label of [byMark(bytes), ...first, "utf-8", declared, named]) {
    const text = label === undefined ? null : decodeAs(bytes, label);
    if (text !== null) return text;
  }
  // A file that is cut off may end within a character.
  return new TextDecoder(isMostlyUtf8(bytes) ? "utf-8" : "windows-1252").decode(bytes);
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const startsWith = (start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
  if (startsWith(UTF_16_LE)) return "utf-16le";
  return startsWith(UTF_16_BE) ? "utf-16be" : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, DECLARATION_BYTES));
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1];
}

/** Returns null if the bytes are not text in this encoding, or if it is not known. UTF-16 is forgiven what is cut off. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: !label.startsWith("utf-16") }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}
