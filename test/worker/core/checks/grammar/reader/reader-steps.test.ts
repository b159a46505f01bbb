import { describe, expect, it } from "vitest";
import { compileReaderModule } from "#test/bench/make/reader/compile-reader-module.ts";
import { READER_MODULE } from "#worker/core/checks/grammar/reader/reader-module.ts";
import { createReaderMemory, readerSteps } from "#worker/core/checks/grammar/reader/reader-steps.ts";

const { memory, reserve } = createReaderMemory(1 << 20);
const steps = readerSteps(memory);
const floats = (length: number, valueAt: (at: number) => number = () => 0) => {
  const part = new Float32Array(memory.buffer, reserve(4 * length), length);
  part.set(Float32Array.from({ length }, (_, at) => valueAt(at)));
  return part;
};
const wave = (at: number) => Math.sin(at * 1.7) * (1 + (at % 5));

describe("the steps of the sentence reader", () => {
  it("are compiled from reader.wat", async () => {
    expect(READER_MODULE).toBe(await compileReaderModule());
  });

  it("multiply rows by weights, as near as 7 and 8 bits allow", () => {
    const [rows, inner, columns] = [8, 32, 6];
    const numbers = floats(rows * inner, wave);
    const weights = new Uint8Array(memory.buffer, reserve(columns * inner), columns * inner);
    for (let at = 0; at < weights.length; at++) weights[at] = (at * 37) % 128;
    const [ownSteps, added, out] = [
      floats(columns, (at) => 0.01 * (at + 1)),
      floats(columns, (at) => at),
      floats(rows * columns),
    ];
    const [rowSteps, offsets, whole, sums] = [floats(rows), floats(rows), reserve(rows * inner), reserve(4 * rows * columns)];
    steps.round(numbers.byteOffset, whole, rowSteps.byteOffset, offsets.byteOffset, rows, inner);
    steps.multiply(whole, weights.byteOffset, sums, rows, inner, columns);
    const ofColumns = [ownSteps.byteOffset, added.byteOffset, out.byteOffset] as const;
    steps.scale(sums, offsets.byteOffset, rowSteps.byteOffset, ...ofColumns, rows, columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let exact = column;
        for (let k = 0; k < inner; k++)
          exact += (numbers[row * inner + k] ?? 0) * ((weights[column * inner + k] ?? 0) - 64) * 0.01 * (column + 1);
        expect(Math.abs((out[row * columns + column] ?? 0) - exact)).toBeLessThan(0.3 * (column + 1));
      }
  });

  it("compare a query with keys, and mix values", () => {
    const [count, size, width] = [5, 8, 16];
    const [query, keys, values] = [floats(size, wave), floats(count * width, wave), floats(count * width, (at) => at)];
    const [fits, mixed] = [floats(count), floats(size)];
    steps.compare(query.byteOffset, keys.byteOffset, fits.byteOffset, count, size, 4 * width);
    const exact = Array.from({ length: count }, (_, key) =>
      query.reduce((sum, value, k) => sum + value * (keys[key * width + k] ?? 0), 0),
    );
    for (const [at, fit] of fits.entries()) expect(fit).toBeCloseTo(exact[at] ?? 0, 3);
    fits.set([0.5, 0.25, 0.25, 0, 0]);
    steps.mix(fits.byteOffset, values.byteOffset, mixed.byteOffset, count, size, 4 * width);
    expect(mixed[0]).toBeCloseTo(0.25 * width + 0.25 * 2 * width, 3);
    expect(mixed[3]).toBeCloseTo(3 + 0.25 * width + 0.25 * 2 * width, 3);
  });

  it("have no more memory than they were given", () => {
    const { reserve: take } = createReaderMemory(1000);
    expect(() => take(70_000)).toThrow("The memory of the sentence reader is too small.");
  });
});
