import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Value of the Accept-Encoding header. Without deflate, because servers disagree on what it means. */
export const ACCEPTED_ENCODINGS = "gzip, br";
/** Code of the fault for a body in an unknown compression. */
export const UNKNOWN_ENCODING_CODE = "UNKNOWN_CONTENT_ENCODING";

/** `bytes`: the body up to the limit or the fault. `fault`: the network's or zlib's error for a body that is cut off or damaged. */
export type ReadBody = { bytes: Buffer; tooLarge: boolean; fault: unknown };

const MAX_ENCODINGS = 3;

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

/** Undoes the encodings in reverse order (RFC 9110, 8.4). */
function unpack(body: Readable, contentEncoding: string | string[] | undefined): Readable {
  /** A body that is destroyed before its end emits an error. */
  body.on("error", () => body.destroy());
  const encodings = [contentEncoding ?? ""].flat().join(",").toLowerCase().split(",");
  const unpackers = encodings.reverse().flatMap((name) => unpackerFor(name.trim()));
  if (unpackers.length > MAX_ENCODINGS) throw unknownEncoding(encodings.join());
  return unpackers.reduce<Readable>((stream, unpacker) => {
    stream.once("error", (error) => unpacker.destroy(error));
    unpacker.once("close", () => stream.destroy());
    return stream.pipe(unpacker);
  }, body);
}

function unpackerFor(encoding: string) {
  if (encoding === "gzip" || encoding === "x-gzip") return [createGunzip()];
  if (encoding === "deflate") return [createInflate()];
  if (encoding === "br") return [createBrotliDecompress()];
  if (/^(zstd|dcb|dcz|sdch|bzip2|xz|lzma|(x-)?compress)$/.test(encoding)) throw unknownEncoding(encoding);
  /** Servers write many words here (`identity`, `none`, `utf-8`) and mean: not compressed. */
  return [];
}

function unknownEncoding(encoding: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`The content encoding ${encoding} is not known.`), { code: UNKNOWN_ENCODING_CODE });
}
