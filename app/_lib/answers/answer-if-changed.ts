import { createHash } from "node:crypto";
import { hasSameEtag } from "./has-same-etag.ts";

/** Answers with a text and its ETag, or with 304 if the reader has the same text (RFC 9110, 13.1.2). */
export function answerIfChanged(request: Request, text: string, headers: Readonly<Record<string, string>>): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const kept = { ...headers, ETag: etag };
  if (!hasSameEtag(request.headers.get("if-none-match"), etag)) return new Response(text, { headers: kept });
  return new Response(null, { status: 304, headers: kept });
}
