import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { decodeCounts, type PackedCounts } from "#worker/core/checks/spelling/slips/word-counts.ts";

/** Loads how often English words are written (see word-counts/README.md), in a tenth of a second. */
export function loadWordCounts(): PackedCounts {
  return decodeCounts(gunzipSync(readFileSync(new URL("./word-counts/en.bin.gz", import.meta.url))));
}
