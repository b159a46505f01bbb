import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { allowInlineScripts } from "./allow-inline-scripts.ts";
import { staticHtml } from "./static-html.ts";

export type Encoding = "br" | "gzip" | "identity";
type Variant = { headers: OutgoingHttpHeaders; body: Buffer };

/** One rendering of a public page, ready to be sent. */
export type PageCopy = { etag: string; unchanged: OutgoingHttpHeaders; variants: Readonly<Record<Encoding, Variant>> };

/** Headers that belong to one answer, or that are set below. */
const OF_ONE_ANSWER = new Set(
  "cache-control connection content-encoding content-length date etag keep-alive set-cookie transfer-encoding vary".split(" "),
);
/** Browsers ask each time, and get 304; caches in front may answer for a while. */
const SHARED_SECONDS = 300;

/** Makes the copy of an answer of Next. `seconds`: how long caches in front may keep it; null: five minutes. */
export async function makePageCopy(answer: Response, seconds: number | null): Promise<PageCopy> {
  const isHtml = /^text\/html/.test(answer.headers.get("content-type") ?? "");
  const text = isHtml ? staticHtml(await answer.text()) : await answer.text();
  const body = Buffer.from(text);
  const headers: Record<string, string> = Object.fromEntries([...answer.headers].filter(([name]) => !OF_ONE_ANSWER.has(name)));
  const policy = headers["content-security-policy"];
  if (policy && isHtml) headers["content-security-policy"] = allowInlineScripts(policy, text);
  headers.vary = ["Accept-Encoding", answer.headers.get("vary") ?? ""].filter(Boolean).join(", ");
  headers["cache-control"] =
    seconds === null
      ? `public, max-age=0, s-maxage=${SHARED_SECONDS}, stale-while-revalidate=86400`
      : `public, max-age=0, s-maxage=${seconds}`;
  // A policy with other hashes belongs to other bytes, so the body alone decides. Weak, because all encodings share it (RFC 9110, 8.8.1).
  headers.etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const variant = (encoding: Encoding, bytes: Buffer): Variant => ({
    headers: {
      ...headers,
      ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
      "content-length": bytes.length,
    },
    body: bytes,
  });
  return {
    etag: headers.etag,
    unchanged: headers,
    variants: {
      br: variant("br", brotliCompressSync(body)),
      gzip: variant("gzip", gzipSync(body)),
      identity: variant("identity", body),
    },
  };
}
