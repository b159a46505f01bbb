import { pipeline, Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createInflateRaw, createZstdDecompress } from "node:zlib";

/** Code of the fault for a body in an unknown compression. */
export const UNKNOWN_ENCODING_CODE = "UNKNOWN_CONTENT_ENCODING";

const MAX_ENCODINGS = 3;
/** Names and comments in a gzip header are short; a longer header is no gzip. */
const MAX_HEADER = 65_536;

/**
 * Undoes the encodings of a body in reverse order (RFC 9110, 8.4) as Chromium does: deflate with and without the zlib wrapper, streams
 * without their end, bytes after their end and wrong checksums. The stream fails with a zlib error where nothing can be unpacked.
 * @throws an error with `UNKNOWN_ENCODING_CODE`.
 */
export function unpack(body: Readable, contentEncoding: string | string[] | undefined): Readable {
  const encodings = [contentEncoding ?? ""].flat().join(",").toLowerCase().split(",").reverse();
  const stages = encodings.map((name) => stagesOf(name.trim())).filter((found) => found.length > 0);
  if (stages.length > MAX_ENCODINGS) throw unknownEncoding(encodings.join());
  // The reader of the last stream meets every fault, so none is handled here.
  return stages
    .flat()
    .reduce<Readable>(
      (stream, stage) =>
        typeof stage === "function" ? Readable.from(stage(stream)) : pipeline(stream, stage, () => undefined),
      body,
    );
}

type Stage = Transform | ((source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer, void, undefined>);

function stagesOf(encoding: string): Stage[] {
  if (encoding === "gzip" || encoding === "x-gzip") return [withoutHeader(gzipHeaderLength), inflateRaw()];
  if (encoding === "deflate") return [withoutHeader(zlibHeaderLength), inflateRaw()];
  if (encoding === "br") return [createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })];
  if (encoding === "zstd") return [createZstdDecompress({ finishFlush: constants.ZSTD_e_flush })];
  if (/^(dcb|dcz|sdch|bzip2|xz|lzma|(x-)?compress)$/.test(encoding)) throw unknownEncoding(encoding);
  // Servers write many words here (`identity`, `none`, `utf-8`) and mean: not compressed.
  return [];
}

function inflateRaw() {
  return createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
}

/** Returns a stage that drops a stream's header. `lengthOf` returns null while it needs more bytes, and throws if this is no header. */
function withoutHeader(lengthOf: (bytes: Buffer) => number | null) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    let head: Buffer | null = Buffer.alloc(0);
    for await (const chunk of source) {
      if (head === null) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      const length = lengthOf(head);
      if (length === null && head.length > MAX_HEADER) throw damaged();
      if (length === null) continue;
      yield head.subarray(length);
      head = null;
    }
    if (head !== null && head.length > 0) throw damaged();
  };
}

/** A stream may begin without the wrapper of RFC 1950; its two bytes are recognised by their check bits. */
function zlibHeaderLength(bytes: Buffer): number | null {
  const [method, flags] = bytes;
  if (method === undefined || flags === undefined) return null;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0 ? 2 : 0;
}

const [HAS_CHECK, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16];

/** Returns the length of a gzip header (RFC 1952, 2.3). */
function gzipHeaderLength(bytes: Buffer): number | null {
  if (bytes.length < 10) return null;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) throw damaged();
  const flags = bytes[3] ?? 0;
  let end = 10;
  if (flags & HAS_EXTRA) {
    if (bytes.length < end + 2) return null;
    end += 2 + bytes.readUInt16LE(end);
  }
  for (const part of [HAS_NAME, HAS_COMMENT]) {
    if (!(flags & part)) continue;
    const zero = bytes.indexOf(0, end);
    if (zero === -1) return null;
    end = zero + 1;
  }
  if (flags & HAS_CHECK) end += 2;
  return bytes.length < end ? null : end;
}

function damaged(): NodeJS.ErrnoException {
  return Object.assign(new Error("The body is not compressed as its header says."), { code: "Z_DATA_ERROR" });
}

function unknownEncoding(encoding: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`The content encoding ${encoding} is not known.`), { code: UNKNOWN_ENCODING_CODE });
}
