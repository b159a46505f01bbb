import { readFileSync } from "node:fs";
import { createReader, type ReadSentence } from "#worker/core/checks/grammar/reader/create-reader.ts";
import { readReaderModel } from "#worker/core/checks/grammar/reader/reader-model.ts";
import type { ThreadMeter } from "./thread-meter.ts";

/** Returns a reader of English sentences, which is loaded by `apart` when first needed. That takes a tenth of a second and 40 MB. */
export function loadReader(apart: ThreadMeter["apart"] = (load) => load()): ReadSentence {
  let read: ReadSentence | undefined;
  return (words) => {
    read ??= apart(() => {
      const bytes = readFileSync(new URL("./english-reader/en.bin", import.meta.url));
      return createReader(readReaderModel(new Uint8Array(bytes)));
    });
    return read(words);
  };
}
