import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { APIError } from "better-auth/api";
import { verifyPassword as verifyScrypt } from "better-auth/crypto";
import { boundedWork } from "./bounded-work.ts";

/** Argon2id with the parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const [SALT_BYTES, HASH_BYTES] = [16, 32];
const PREFIX = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`;
/** Better Auth's own hashes, used by older accounts. */
const SCRYPT_HASH = /^[0-9a-f]{32}:[0-9a-f]{128}$/;

const runArgon2 = promisify(argon2);

/** Hashing uses memory and one of the process's four threads. Two stay free for other work, even when the forms are flooded. */
const bounded = boundedWork({
  atOnce: 2,
  waiting: 100,
  refuse: () =>
    new APIError("SERVICE_UNAVAILABLE", { code: "BUSY", message: "Too many people are signing in. Try again in a minute." }),
});

/** Returns the hash of a password for storage: Argon2id in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await bounded(() => derive(password, salt));
  return `${PREFIX}${toBase64(salt)}$${toBase64(hash)}`;
}

/** Returns true if a password matches a stored hash, of our method or Better Auth's older one. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  if (SCRYPT_HASH.test(hash)) return bounded(() => verifyScrypt({ hash, password }));
  if (!isCurrentHash(hash)) throw new Error("A stored password has a hash of no known kind.");
  const [salt = "", expected = ""] = hash.slice(PREFIX.length).split("$");
  const stored = Buffer.from(expected, "base64");
  const derived = await bounded(() => derive(password, Buffer.from(salt, "base64")));
  return stored.length === derived.length && timingSafeEqual(stored, derived);
}

/** Returns true if a stored hash was made with the current method and cost. */
export function isCurrentHash(hash: string): boolean {
  return hash.startsWith(PREFIX);
}

/** Normalizes the password first, so that typing it on another system gives the same hash (NIST SP 800-63B, 3.1.1.2). */
function derive(password: string, nonce: Buffer): Promise<Buffer> {
  const parameters: Argon2Parameters = { ...COST, message: password.normalize("NFKC"), nonce, tagLength: HASH_BYTES };
  return runArgon2("argon2id", parameters);
}

function toBase64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}
