import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/** SHA-256 of fields in order, cut to 128 bits, as 32 hexadecimal digits. Fields cannot run into each other: each is ended by U+0000. */
export function hashOf(fields: readonly string[]): string {
  return bytesToHex(sha256(encoder.encode(`${fields.join("\0")}\0`)).subarray(0, 16));
}
