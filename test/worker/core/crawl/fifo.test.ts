import { describe, expect, it } from "vitest";
import { newFifo, peek, push, shift, sizeOf } from "#worker/core/crawl/fifo.ts";

const range = (count: number) => Array.from({ length: count }, (_, at) => at);

function filled(count: number) {
  const fifo = newFifo<number>();
  for (const item of range(count)) push(fifo, item);
  return fifo;
}

describe("Fifo", () => {
  it("returns items in the order in which they came, and null when it is empty", () => {
    const fifo = filled(3);
    expect([shift(fifo), shift(fifo)]).toEqual([0, 1]);
    push(fifo, 3);
    expect([shift(fifo), shift(fifo), shift(fifo), shift(fifo)]).toEqual([2, 3, null, null]);
    push(fifo, 4);
    expect(shift(fifo)).toBe(4);
  });

  it("shows the front without taking it, as far as there is one", () => {
    const fifo = filled(3);
    shift(fifo);
    expect([peek(fifo, 0), peek(fifo, 1), peek(fifo, Number.MAX_SAFE_INTEGER)]).toEqual([[], [1], [1, 2]]);
    expect(sizeOf(fifo)).toBe(2);
  });

  it("drops what was taken, so that a queue that is never empty does not grow for ever", () => {
    const fifo = filled(10);
    let longest = 0;
    for (const item of range(100_000)) {
      push(fifo, item);
      shift(fifo);
      longest = Math.max(longest, fifo.items.length);
    }
    expect(longest).toBeLessThanOrEqual(1_000 + 10);
    expect(sizeOf(fifo)).toBe(10);
  });

  it("moves few items for each one taken, however many wait", () => {
    const fifo = filled(200_000);
    let [moved, before] = [0, fifo.items];
    while (shift(fifo) !== null) {
      if (fifo.items !== before) moved += fifo.items.length;
      before = fifo.items;
    }
    expect(moved).toBeLessThanOrEqual(200_000);
  });
});
