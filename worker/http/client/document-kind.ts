import { MIMEType } from "whatwg-mimetype";

/** Names how a browser parses a document. `xml`: as XML, which is a page only if its root is XHTML's. `sniffed`: as its bytes look. */
export type DocumentKind = "html" | "xhtml" | "xml" | "sniffed";

/** Types that name none (WHATWG MIME Sniffing, 7). */
const UNKNOWN_TYPES = new Set(["unknown/unknown", "application/unknown", "*/*"]);

/** Returns how browsers parse a response of this type; null for what is no document. A type that cannot be parsed counts as HTML. */
export function documentKind(contentType: string): DocumentKind | null {
  if (UNKNOWN_TYPES.has(contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "")) return "sniffed";
  const type = MIMEType.parse(contentType);
  if (type === null || type.essence === "text/html") return "html";
  if (type.essence === "application/xhtml+xml") return "xhtml";
  return type.essence === "application/xml" || type.essence === "text/xml" ? "xml" : null;
}

/** Returns true if browsers save a response as a file instead of showing it (RFC 6266, 4.2). */
export function isDownload(contentDisposition: string | string[] | undefined): boolean {
  const said = [contentDisposition ?? []].flat()[0]?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return said !== "" && said !== "inline" && !said.includes("=");
}

/** Returns true if the root element of an XML document is XHTML's. */
export function isXhtml(xml: string): boolean {
  const root = /<(?:[\w.-]+:)?html\b[^<>]*>/.exec(xml.slice(0, 10_000))?.[0];
  return root?.includes("http://www.w3.org/1999/xhtml") ?? false;
}
