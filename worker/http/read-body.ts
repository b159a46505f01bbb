import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Encodings that `readBody` unpacks, for the Accept-Encoding header. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

export type ReadBody = { kind: "whole"; bytes: Buffer } | { kind: "too-large" };

/**
 * Reads a response's body, unpacked, up to `maxBytes`; what is longer (a compression bomb too) is given up at once. Throws the network's or
 * zlib's error where it breaks off or is damaged.
 */
export async function readBody(body: Readable, contentEncoding: string | undefined, maxBytes: number): Promise<ReadBody> {
  const unpacked = unpack(body, contentEncoding);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
    length += bytes.length;
    if (length > maxBytes) {
      body.destroy();
      return { kind: "too-large" };
    }
    chunks.push(bytes);
  }
  return { kind: "whole", bytes: Buffer.concat(chunks, length) };
}

/** Undoes the encodings in the reverse of the order in which they were applied (RFC 9110, 8.4). An unknown one is left as it is. */
function unpack(body: Readable, contentEncoding: string | undefined): Readable {
  const encodings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .reverse()
    .slice(0, 3);
  return encodings.reduce((stream, encoding) => {
    const unpacker = unpackerFor(encoding);
    if (!unpacker) return stream;
    stream.once("error", (error) => unpacker.destroy(error));
    unpacker.once("close", () => stream.destroy());
    return stream.pipe(unpacker);
  }, body);
}

function unpackerFor(encoding: string) {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "deflate") return createInflate();
  if (encoding === "br") return createBrotliDecompress();
  return null;
}
