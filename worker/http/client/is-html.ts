import { MIMEType } from "whatwg-mimetype";

/** True if a Content-Type says HTML or XHTML; one that cannot be parsed may. */
export function isHtml(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const type = MIMEType.parse(contentType);
  return type === null || type.essence === "text/html" || type.essence === "application/xhtml+xml";
}
