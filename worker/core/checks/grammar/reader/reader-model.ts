/** A layer of weights: `columns` rows of `inner` weights of 7 bits, which are 64 too large, the step of each row, and what is added. */
export type Linear = { weights: Uint8Array; steps: Float32Array; added: Float32Array; inner: number; columns: number };

/** Weights that bring a row of numbers to the same mean and spread. */
export type Norm = { scale: Float32Array; added: Float32Array };

export type Layer = {
  query: Linear;
  key: Linear;
  value: Linear;
  output: Linear;
  norm: Norm;
  widen: Linear;
  narrow: Linear;
  lastNorm: Norm;
};

/** The weights of the sentence reader, a small BERT with one number for each piece of a word (see NOTICE). */
export type ReaderModel = {
  vocabulary: readonly string[];
  heads: number;
  hidden: number;
  /** A row of 8 bits for each piece, and its step. */
  pieces: { rows: Int8Array; steps: Float32Array };
  positions: Float32Array;
  norm: Norm;
  layers: readonly Layer[];
  head: { weights: Float32Array; added: number };
};

type Header = { vocabulary: string; layers: number; heads: number; hidden: number; wide: number; positions: number };

/**
 * Reads the weights from the bytes that make-reader-model.ts writes: the length of a header (32 bits, little-endian), the header as JSON, then
 * the arrays in the order of reading, each from a multiple of 16 bytes on. Throws an Error if the bytes do not end where the arrays do.
 */
export function readReaderModel(bytes: Uint8Array<ArrayBuffer>): ReaderModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 4 + view.getUint32(0, true);
  const { vocabulary, layers, heads, hidden, wide, positions }: Header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(4, at)),
  );
  const take = (length: number) => {
    at = Math.ceil(at / 16) * 16;
    const part = bytes.slice(at, at + length);
    at += length;
    return part;
  };
  const floats = (length: number) => new Float32Array(take(4 * length).buffer);
  const norm = (): Norm => ({ scale: floats(hidden), added: floats(hidden) });
  const linear = (inner: number, columns: number): Linear => ({
    ...{ weights: take(inner * columns), steps: floats(columns), added: floats(columns) },
    ...{ inner, columns },
  });
  const words = vocabulary.split(" ");
  const model = {
    vocabulary: words,
    heads,
    hidden,
    pieces: { rows: new Int8Array(take(words.length * hidden).buffer), steps: floats(words.length) },
    positions: floats(positions * hidden),
    norm: norm(),
    layers: Array.from({ length: layers }, () => ({
      query: linear(hidden, hidden),
      key: linear(hidden, hidden),
      value: linear(hidden, hidden),
      output: linear(hidden, hidden),
      norm: norm(),
      widen: linear(hidden, wide),
      narrow: linear(wide, hidden),
      lastNorm: norm(),
    })),
    head: { weights: floats(hidden), added: floats(1)[0] ?? 0 },
  };
  if (at !== bytes.length) throw new Error(`The weights of the sentence reader have ${bytes.length} bytes, not ${at}.`);
  return model;
}
