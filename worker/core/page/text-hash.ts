import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of fields in order, cut to 128 bits, as 32 hexadecimal digits. Fields cannot run into each other: each is ended by U+0000. */
export function hashOf(fields: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(`${fields.join("\0")}\0`)).subarray(0, 16));
}
