import { bytesOfBase64 } from "../engine/bytes-of-base64.ts";
import { READER_MODULE } from "./reader-module.ts";

const PAGE = 65_536;
const ALIGNMENT = 16;

/** The steps of reader.wat. Their parameters are addresses, then counts. */
export type ReaderSteps = {
  round(numbers: number, whole: number, steps: number, offsets: number, rows: number, inner: number): void;
  multiply(whole: number, weights: number, sums: number, rows: number, inner: number, columns: number): void;
  scale(
    sums: number,
    offsets: number,
    rowSteps: number,
    steps: number,
    added: number,
    out: number,
    rows: number,
    columns: number,
  ): void;
  compare(query: number, keys: number, fits: number, count: number, size: number, stride: number): void;
  mix(shares: number, values: number, out: number, count: number, size: number, stride: number): void;
};

/** Hands out parts of a memory of some size, one after the other. */
export type ReaderMemory = { memory: WebAssembly.Memory; reserve(bytes: number): number };

export function createReaderMemory(bytes: number): ReaderMemory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  let free = 0;
  return {
    memory,
    reserve(size) {
      const at = free;
      free = Math.ceil((at + size) / ALIGNMENT) * ALIGNMENT;
      if (free > memory.buffer.byteLength) throw new Error("The memory of the sentence reader is too small.");
      return at;
    },
  };
}

/** Compiles the steps for a memory. Throws a WebAssembly.CompileError where Node lacks relaxed vectors (before Node 22). */
export function readerSteps(memory: WebAssembly.Memory): ReaderSteps {
  const module = new WebAssembly.Module(bytesOfBase64(READER_MODULE));
  const { exports } = new WebAssembly.Instance(module, { reader: { memory } });
  const step = (name: keyof ReaderSteps) => {
    const found = exports[name];
    if (typeof found !== "function") throw new Error(`The module of the sentence reader lacks ${name}.`);
    return (...parameters: number[]) => {
      found(...parameters);
    };
  };
  return { round: step("round"), multiply: step("multiply"), scale: step("scale"), compare: step("compare"), mix: step("mix") };
}
