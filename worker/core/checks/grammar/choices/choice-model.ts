import { FAMILIES } from "./choice.ts";
import packed from "./choice-model.json" with { type: "json" };
import { hashOf, mix } from "./context.ts";

/** Weights by feature: where a feature's are in `weights`, and which options of its family have one. */
type Table = { keys: Int32Array; places: Int32Array; bytes: Uint8Array };

const SEEDS = new Map(FAMILIES.map((family) => [family, hashOf(family)] as const));
let loaded: Table | null = null;

/** Returns how well each option of a family fits a context: higher is better, and differences count. */
export function scoreOptions(family: string, count: number, context: readonly number[]): number[] {
  loaded ??= unpack(packed.table, packed.features);
  const { keys, places, bytes } = loaded;
  const seed = SEEDS.get(family) ?? 0;
  const scores: number[] = new Array(count).fill(0);
  const mask = keys.length - 1;
  for (const feature of context) {
    const key = mix(feature, seed);
    let slot = slotOf(key, mask);
    while (places[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    let at = places[slot] ?? 0;
    if (at === 0) continue;
    let options = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    for (let option = 0; options !== 0; option++, options >>= 1)
      if (options & 1) scores[option] = (scores[option] ?? 0) + (((bytes[at++] ?? 0) << 24) >> 24) * packed.scale;
  }
  return scores;
}

function slotOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
}

/**
 * Reads the table: for each feature, in the order of its key, the distance to the key before in bytes of 7 bits, then two bytes that say
 * which options have a weight, then these weights.
 */
function unpack(text: string, features: number): Table {
  const binary = atob(text);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const size = 1 << Math.ceil(Math.log2(features * 1.6));
  const [keys, places] = [new Int32Array(size), new Int32Array(size)];
  let key = 0;
  for (let at = 0; at < bytes.length; ) {
    let distance = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      distance += (byte & 127) * factor;
      if (byte < 128) break;
    }
    key += distance;
    let slot = slotOf(key | 0, size - 1);
    while (places[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = key | 0;
    places[slot] = at;
    const options = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    at += 2;
    for (let rest = options; rest !== 0; rest >>= 1) at += rest & 1;
  }
  return { keys, places, bytes };
}
