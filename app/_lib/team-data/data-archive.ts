import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { DataList } from "#prisma/queries/team-data/find-team-data.ts";
import { BYTE_ORDER_MARK, csvRow } from "#worker/core/view/csv/csv-row.ts";
import { dataCell } from "#worker/core/view/team-data/data-cell.ts";

/**
 * Returns a ZIP archive with each list as JSON and as CSV. It is written while it is read: each file begins when the one before has ended, and
 * only one batch is in memory. A fault ends the stream, so that no half archive is taken for a whole one.
 */
export function dataArchive(lists: readonly DataList[]): ReadableStream<Uint8Array> {
  const zip = new ZipFile();
  for (const list of lists) {
    addLazily(zip, `json/${list.name}.json`, () => asJson(list));
    addLazily(zip, `csv/${list.name}.csv`, () => asCsv(list));
  }
  zip.end();
  const output = zip.outputStream;
  if (!(output instanceof Readable)) throw new TypeError("The archive is no stream.");
  zip.on("error", (error: Error) => output.destroy(error));
  const chunks = output[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    cancel: () => void output.destroy(),
  });
}

function addLazily(zip: ZipFile, name: string, read: () => AsyncGenerator<string>): void {
  zip.addReadStreamLazy(name, { compress: true }, (answer) => {
    const stream = Readable.from(toBytes(read()), { objectMode: false });
    stream.on("error", (error) => zip.emit("error", error));
    answer(null, stream);
  });
}

async function* toBytes(texts: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  for await (const text of texts) yield Buffer.from(text);
}

async function* asJson({ read }: DataList): AsyncGenerator<string> {
  let before = "[\n";
  for await (const records of read()) {
    if (records.length === 0) continue;
    yield before + records.map((record) => JSON.stringify(record)).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

async function* asCsv({ headings, read }: DataList): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(headings);
  for await (const records of read())
    yield records.map((record) => csvRow(headings.map((heading) => dataCell(record[heading] ?? null)))).join("");
}
