import sniffEncoding from "html-encoding-sniffer";
import { MIMEType } from "whatwg-mimetype";

/** Decodes an HTML document in the encoding that a browser would use (WHATWG HTML, 13.2.3: BOM, Content-Type, meta). */
export function decodeHtml(bytes: Buffer, contentType: string | undefined): string {
  const charset = contentType === undefined ? undefined : MIMEType.parse(contentType)?.parameters.get("charset");
  const encoding = sniffEncoding(bytes, { transportLayerEncodingLabel: charset, defaultEncoding: "UTF-8" });
  /** Encodings in which attackers hide text: browsers replace the whole document by one U+FFFD (WHATWG Encoding, 14.1). */
  if (encoding === "replacement") return bytes.length > 0 ? "\uFFFD" : "";
  return new TextDecoder(encoding === "x-user-defined" ? "windows-1252" : encoding).decode(bytes);
}
