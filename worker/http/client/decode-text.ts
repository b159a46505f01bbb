import sniffEncoding from "html-encoding-sniffer";
import { MIMEType } from "whatwg-mimetype";

/** A document's text, and the name of the encoding in which it was sent. */
export type DecodedText = { text: string; encoding: string };

/**
 * Decodes a document in the encoding that a browser would use (WHATWG HTML, 13.2.3: BOM, Content-Type, meta). In XML, the first line names
 * the encoding in place of a meta element (XML 1.0, 4.3.3).
 */
export function decodeDocument(bytes: Buffer, contentType: string | undefined, { isXml }: { isXml: boolean }): DecodedText {
  const charset = contentType === undefined ? undefined : MIMEType.parse(contentType)?.parameters.get("charset");
  // Its types do not know `xml` yet.
  const known = { transportLayerEncodingLabel: charset, defaultEncoding: "UTF-8", xml: isXml };
  const encoding = sniffEncoding(bytes, known);
  /** Encodings in which attackers hide text: browsers replace the whole document by one U+FFFD (WHATWG Encoding, 14.1). */
  if (encoding === "replacement") return { text: bytes.length > 0 ? "\uFFFD" : "", encoding: "UTF-8" };
  return { text: new TextDecoder(encoding === "x-user-defined" ? "windows-1252" : encoding).decode(bytes), encoding };
}
