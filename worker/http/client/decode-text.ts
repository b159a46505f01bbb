import { isUtf8 } from "node:buffer";
import sniffEncoding from "html-encoding-sniffer";
import { MIMEType } from "whatwg-mimetype";
import { isMostlyUtf8 } from "#worker/core/text/is-mostly-utf8.ts";

/** A document's text, and the name of the encoding in which it was sent. */
export type DecodedText = { text: string; encoding: string };

/**
 * Decodes a document in the encoding that a browser would use (WHATWG HTML, 13.2.3: BOM, Content-Type, meta). In XML, the first line names
 * the encoding in place of a meta element (XML 1.0, 4.3.3).
 */
export function decodeDocument(bytes: Buffer, contentType: string | undefined, { isXml }: { isXml: boolean }): DecodedText {
  const charset = contentType === undefined ? undefined : MIMEType.parse(contentType)?.parameters.get("charset");
  const encoding = encodingOf(bytes, charset, isXml);
  /** Encodings in which attackers hide text: browsers replace the whole document by one U+FFFD (WHATWG Encoding, 14.1). */
  if (encoding === "replacement") return { text: bytes.length > 0 ? "\uFFFD" : "", encoding: "UTF-8" };
  return { text: new TextDecoder(encoding === "x-user-defined" ? "windows-1252" : encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Buffer, charset: string | undefined, isXml: boolean): string {
  // Its types do not know `xml` and `maxPrescanBytes` yet.
  const options = isXml
    ? { transportLayerEncodingLabel: charset, defaultEncoding: "UTF-8", xml: true }
    : { transportLayerEncodingLabel: charset, defaultEncoding: UNDECLARED, maxPrescanBytes: headLength(bytes) };
  const sniffed = sniffEncoding(bytes, options);
  return sniffed === UNDECLARED ? guessEncoding(bytes) : sniffed;
}

/** The value for a document that declares no encoding. */
const UNDECLARED = "undeclared";
/** Bytes that are searched for a meta element: at least as many as the standard says, at most as long a head as real pages have. */
const [LEAST_PRESCANNED, MOST_PRESCANNED] = [1024, 65_536];

/** Returns the length of a document's head, in which Chromium searches for a meta element. */
function headLength(bytes: Buffer): number {
  const start = bytes.subarray(0, MOST_PRESCANNED).toString("latin1");
  const end = start.slice(LEAST_PRESCANNED).search(/<(?:\/head|body)\b/i);
  return end === -1 ? MOST_PRESCANNED : LEAST_PRESCANNED + end;
}

/** Guesses the encoding of a document that declares none: browsers take bytes that are no UTF-8 for those of an old page. */
function guessEncoding(bytes: Buffer): string {
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? "UTF-8" : "windows-1252";
}
