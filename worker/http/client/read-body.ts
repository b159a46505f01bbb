import type { Readable } from "node:stream";
import { unpack } from "./unpack.ts";

/** Value of the Accept-Encoding header. Without deflate, because servers disagree on what it means. */
export const ACCEPTED_ENCODINGS = "gzip, br";

/** `bytes`: the body up to the limit or the fault. `fault`: the network's or zlib's error for a body that is cut off or damaged. */
export type ReadBody = { bytes: Buffer; tooLarge: boolean; fault: unknown };

/**
 * Reads and decompresses a response's body, and stops at `maxBytes`, also in a compression bomb. Never throws: the caller decides whether
 * a fault spoils the bytes before it.
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | string[] | undefined,
  maxBytes: number,
): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  const result = (end: { tooLarge?: boolean; fault?: unknown }) => ({
    bytes: Buffer.concat(chunks).subarray(0, maxBytes),
    tooLarge: end.tooLarge ?? false,
    fault: end.fault ?? null,
  });
  /** A body that is destroyed before its end emits an error. */
  body.on("error", () => body.destroy());
  try {
    for await (const chunk of unpack(body, contentEncoding)) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      chunks.push(bytes);
      length += bytes.length;
      if (length > maxBytes) return result({ tooLarge: true });
    }
    return result({});
  } catch (fault) {
    return result({ fault });
  } finally {
    body.destroy();
  }
}
