import { MIMEType } from "whatwg-mimetype";

/** Returns true if a Content-Type is HTML or XHTML, or cannot be parsed. */
export function isHtml(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const type = MIMEType.parse(contentType);
  return type === null || type.essence === "text/html" || type.essence === "application/xhtml+xml";
}
