import { describe, expect, it } from "vitest";
import { csvResponse } from "#app/_lib/csv-response.ts";

const response = (batches: AsyncGenerator<number[]>) =>
  csvResponse({ fileName: "numbers.csv", headings: ["Number"], batches, cellsOf: (row) => [row] });

describe("csvResponse", () => {
  it("is a file to download, with all rows of all batches", async () => {
    async function* batches() {
      yield [1, 2];
      yield [];
      yield [3];
    }
    const answer = response(batches());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="numbers.csv"',
      "cache-control": "private, no-store",
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('"Number"\r\n1\r\n2\r\n3\r\n');
  });

  it("reads a batch only when the last one was taken, and stops reading when the browser leaves", async () => {
    let [read, stopped] = [0, false];
    async function* endless() {
      try {
        for (;;) {
          read += 1;
          yield [read];
        }
      } finally {
        stopped = true;
      }
    }
    const reader = response(endless()).body?.getReader();
    for (let taken = 0; taken < 5; taken += 1) await reader?.read();
    expect(read).toBeLessThanOrEqual(6);
    await reader?.cancel();
    expect(stopped).toBe(true);
  });

  it("breaks off when a batch cannot be read, so that no half list looks whole", async () => {
    async function* broken() {
      yield [1];
      throw new Error("The database is gone.");
    }
    await expect(response(broken()).text()).rejects.toThrow("The database is gone.");
  });
});
