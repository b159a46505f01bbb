import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";

/** A file in an archive. It is held in memory as a whole, so that big contents are split into several. */
export type ArchiveEntry = { name: string; bytes: Uint8Array };

/** Largest entry that is read. What we write is far smaller; a larger one is none of ours. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Passes a gzipped tar archive of the entries to `use`, as they come. Fails if either side does. */
export async function writeArchive(
  entries: AsyncIterable<ArchiveEntry>,
  use: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const options = signal ? { signal } : {};
  await pipeline(packed(entries), createGzip(), (zipped: AsyncIterable<Uint8Array>) => use(zipped), options);
}

async function* packed(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array> {
  const archive = pack();
  const fill = async () => {
    for await (const { name, bytes } of entries) {
      await new Promise<void>((done, fail) => {
        const entry = archive.entry({ name, size: bytes.length, mode: 0o600 }, (error) => (error ? fail(error) : done()));
        entry.end(bytes);
      });
    }
    archive.finalize();
  };
  const filling = fill().catch((error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const chunk of archive) yield asBytes(chunk);
  await filling;
}

/** Reads the entries of a gzipped tar archive as they come. @throws if it is cut short or damaged */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  const feeding = pipeline(bytes, createGunzip(), archive).then(
    () => null,
    (error: unknown) => error,
  );
  for await (const entry of archive) {
    const { name, size = 0 } = entry.header;
    if (size > MOST_BYTES) throw new Error(`The entry ${name} is too large.`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) chunks.push(asBytes(chunk));
    yield { name, bytes: Buffer.concat(chunks) };
  }
  const fault = await feeding;
  if (fault !== null) throw fault;
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError("The archive is a stream of something else than bytes.");
}
