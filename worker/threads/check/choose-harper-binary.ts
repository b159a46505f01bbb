import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BinaryModule, createBinaryModuleFromUrl } from "harper.js";

/**
 * Returns Harper's slim binary in a form that it can load. Harper opens the path as the file's URL spells it, and so fails in folders with spaces or
 * umlauts. There the bytes are part of the address, for 0.7 s and 200 MB more.
 */
export async function chooseHarperBinary(binary: BinaryModule): Promise<BinaryModule> {
  const { protocol, pathname, href } = new URL(binary.url);
  if (protocol !== "file:" || fileURLToPath(href) === pathname) return binary;
  const bytes = await readFile(fileURLToPath(href), "base64");
  return createBinaryModuleFromUrl(`data:application/wasm;base64,${bytes}`, "slim");
}
