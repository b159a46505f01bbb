import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/**
 * Returns the SHA-256 of fields in order, truncated to 128 bits, as 32 hexadecimal digits. U+0000 ends each field, so that
 * fields cannot run into each other.
 */
export function hashOf(fields: readonly string[]): string {
  return bytesToHex(sha256(encoder.encode(`${fields.join("\0")}\0`)).subarray(0, 16));
}
