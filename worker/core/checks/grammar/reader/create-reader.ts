import { gelu } from "./gelu.ts";
import type { Linear, Norm, ReaderModel } from "./reader-model.ts";
import { createReaderMemory, readerSteps } from "./reader-steps.ts";
import { createWordPieces } from "./word-pieces.ts";

/** Returns how likely each word of a sentence is wrong, or the place before it lacks one: the logarithm of the odds. Null for a text too long. */
export type ReadSentence = (words: readonly string[]) => Float32Array | null;

/** A layer of weights that lies in the memory: addresses, and the numbers of weights in a row and of rows. */
type PlacedLinear = { weights: number; steps: number; added: number; inner: number; columns: number };
type PlacedLayer = Record<"query" | "key" | "value" | "output" | "widen" | "narrow", PlacedLinear> &
  Record<"norm" | "lastNorm", Norm>;

/** Pieces of words in the longest sentence that is read, a multiple of 4. */
const MOST_PIECES = 96;
const ROWS_AT_ONCE = 4;
const FLOAT = 4;
const TINY = 1e-12;
/** Memory beside the weights and the rows: the steps and what is added of all layers. */
const SPARE = 1 << 20;

/**
 * Returns a reader of whole sentences: a BERT (Devlin et al., 2018) of a few layers with one number for each word. Its weights are whole
 * numbers of 7 bits, and the rows that they multiply of 8 bits.
 */
export function createReader(model: ReaderModel): ReadSentence {
  const { hidden, heads, layers, pieces, positions, head } = model;
  const piecesOf = createWordPieces(model.vocabulary);
  const wide = layers[0]?.widen.columns ?? hidden;
  const ofWeights = layers.length * hidden * (4 * hidden + 2 * wide);
  const { memory, reserve } = createReaderMemory(ofWeights + MOST_PIECES * (6 * FLOAT * hidden + 9 * wide) + SPARE);
  const steps = readerSteps(memory);
  const floats = (length: number) => new Float32Array(memory.buffer, reserve(FLOAT * length), length);
  const rows = () => floats(MOST_PIECES * hidden);
  const [states, query, key, value, mixed, change] = [rows(), rows(), rows(), rows(), rows(), rows()];
  const widened = floats(MOST_PIECES * wide);
  const [fits, rowSteps, offsets] = [floats(MOST_PIECES), floats(MOST_PIECES), floats(MOST_PIECES)];
  const whole = reserve(MOST_PIECES * wide);
  const sums = reserve(FLOAT * MOST_PIECES * wide);
  const placed = layers.map(({ query, key, value, output, norm, widen, narrow, lastNorm }) => ({
    ...{ query: place(query), key: place(key), value: place(value), output: place(output) },
    ...{ norm, widen: place(widen), narrow: place(narrow), lastNorm },
  }));

  /** Puts weights into the memory. */
  function place(linear: Linear): PlacedLinear {
    const weights = reserve(linear.weights.length);
    new Uint8Array(memory.buffer, weights, linear.weights.length).set(linear.weights);
    const [ownSteps, added] = [floats(linear.columns), floats(linear.columns)];
    ownSteps.set(linear.steps);
    added.set(linear.added);
    return { weights, steps: ownSteps.byteOffset, added: added.byteOffset, inner: linear.inner, columns: linear.columns };
  }

  /** Multiplies rows, which are rounded by now, by weights. */
  function multiply({ weights, added, inner, columns, steps: ownSteps }: PlacedLinear, count: number, out: Float32Array): void {
    steps.multiply(whole, weights, sums, count, inner, columns);
    steps.scale(sums, offsets.byteOffset, rowSteps.byteOffset, ownSteps, added, out.byteOffset, count, columns);
  }

  const round = (numbers: Float32Array, count: number, inner: number) =>
    steps.round(numbers.byteOffset, whole, rowSteps.byteOffset, offsets.byteOffset, count, inner);

  /** Mixes the values of all pieces into each, by how well its query fits their keys, apart in each head. */
  function attend(count: number): void {
    const size = hidden / heads;
    const stride = FLOAT * hidden;
    for (let first = 0; first < hidden; first += size) {
      for (let row = 0; row < count; row++) {
        const own = FLOAT * (row * hidden + first);
        steps.compare(query.byteOffset + own, key.byteOffset + FLOAT * first, fits.byteOffset, count, size, stride);
        shareOut(fits, count, Math.sqrt(size));
        steps.mix(fits.byteOffset, value.byteOffset + FLOAT * first, mixed.byteOffset + own, count, size, stride);
      }
    }
  }

  function readLayer(layer: PlacedLayer, count: number): void {
    const padded = Math.ceil(count / ROWS_AT_ONCE) * ROWS_AT_ONCE;
    round(states, padded, hidden);
    multiply(layer.query, padded, query);
    multiply(layer.key, padded, key);
    multiply(layer.value, padded, value);
    attend(count);
    round(mixed, padded, hidden);
    multiply(layer.output, padded, change);
    addAndNorm(states, change, { norm: layer.norm, count, hidden });
    round(states, padded, hidden);
    multiply(layer.widen, padded, widened);
    for (let at = 0; at < count * wide; at++) widened[at] = gelu(widened[at] ?? 0);
    round(widened, padded, wide);
    multiply(layer.narrow, padded, change);
    addAndNorm(states, change, { norm: layer.lastNorm, count, hidden });
  }

  return (words) => {
    const { ids, firsts } = piecesOf(words);
    if (ids.length > MOST_PIECES) return null;
    for (const [row, id] of ids.entries()) {
      const step = pieces.steps[id] ?? 0;
      for (let k = 0; k < hidden; k++)
        states[row * hidden + k] = (pieces.rows[id * hidden + k] ?? 0) * step + (positions[row * hidden + k] ?? 0);
    }
    normRows(states, { norm: model.norm, count: ids.length, hidden });
    for (const layer of placed) readLayer(layer, ids.length);
    return Float32Array.from(firsts, (row) => {
      let sum = head.added;
      for (let k = 0; k < hidden; k++) sum += (states[row * hidden + k] ?? 0) * (head.weights[k] ?? 0);
      return sum;
    });
  };
}

/** Turns fits into shares, which are positive and together 1. */
function shareOut(fits: Float32Array, count: number, calm: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) most = Math.max(most, fits[at] ?? 0);
  let total = 0;
  for (let at = 0; at < count; at++) {
    const power = Math.exp(((fits[at] ?? 0) - most) / calm);
    fits[at] = power;
    total += power;
  }
  for (let at = 0; at < count; at++) fits[at] = (fits[at] ?? 0) / total;
}

type Rows = { norm: Norm; count: number; hidden: number };

function addAndNorm(states: Float32Array, change: Float32Array, rows: Rows): void {
  for (let at = 0; at < rows.count * rows.hidden; at++) states[at] = (states[at] ?? 0) + (change[at] ?? 0);
  normRows(states, rows);
}

/** Brings each row to the mean 0 and the spread 1, then to those of the weights. */
function normRows(states: Float32Array, { norm, count, hidden }: Rows): void {
  for (let row = 0; row < count; row++) {
    const first = row * hidden;
    let sum = 0;
    for (let k = 0; k < hidden; k++) sum += states[first + k] ?? 0;
    const mean = sum / hidden;
    let squares = 0;
    for (let k = 0; k < hidden; k++) squares += ((states[first + k] ?? 0) - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / hidden + TINY);
    for (let k = 0; k < hidden; k++)
      states[first + k] = ((states[first + k] ?? 0) - mean) * factor * (norm.scale[k] ?? 0) + (norm.added[k] ?? 0);
  }
}
