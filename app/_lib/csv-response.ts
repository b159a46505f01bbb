import { BYTE_ORDER_MARK, type CsvCell, csvRow } from "#worker/core/view/csv/csv-row.ts";
import { log } from "#worker/log.ts";

type CsvFile<Row> = {
  fileName: string;
  headings: readonly string[];
  /** Rows in batches. The next one is read when the browser has taken the last. */
  batches: AsyncGenerator<readonly Row[]>;
  cellsOf(row: Row): CsvCell[];
};

/** Answers with a CSV file that is written while it is read from the database, so that its length costs no memory. */
export function csvResponse<Row>({ fileName, headings, batches, cellsOf }: CsvFile<Row>): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvRow(headings))),
    async pull(controller) {
      try {
        const { value, done } = await batches.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value.map((row) => csvRow(cellsOf(row))).join("")));
      } catch (error) {
        log.error({ err: error }, "a list could not be exported to its end");
        // The browser then reports a failed download instead of keeping half a list.
        controller.error(error);
      }
    },
    cancel: async () => void (await batches.return(undefined)),
  });
  return new Response(stream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
