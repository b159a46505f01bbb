import { readFileSync } from "node:fs";
import wabt from "wabt";

const SOURCE = new URL("../../../../worker/core/checks/grammar/reader/reader.wat", import.meta.url);

/** Returns the module of the steps of the sentence reader, in base64. */
export async function compileReaderModule(): Promise<string> {
  const { parseWat } = await wabt();
  const module = parseWat("reader.wat", readFileSync(SOURCE, "utf8"), { simd: true, relaxed_simd: true });
  try {
    return Buffer.from(module.toBinary({}).buffer).toString("base64");
  } finally {
    module.destroy();
  }
}
