import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keys for stored secrets. The first seals, all open, so that keys can be rotated. */
export type SecretKeys = readonly SecretKey[];
type SecretKey = { id: string; key: Buffer };

/** A secret as stored: AES-256-GCM ciphertext and the id of its key, which reveals nothing about the key. */
export type SealedSecret = { keyId: string; sealed: string };

const CIPHER = "aes-256-gcm";
const [IV_BYTES, TAG_BYTES] = [12, 16];
/** Increase when the format of sealed secrets changes. */
const VERSION = "v1";

/**
 * Derives the keys from the settings (HKDF-SHA-256, RFC 5869). SECRETS_KEY holds one key or, during a rotation, several
 * separated by commas, newest first. AUTH_SECRET seals if there is no SECRETS_KEY, and always opens what it sealed before.
 */
export function deriveSecretKeys(settings: { SECRETS_KEY?: readonly string[] | undefined; AUTH_SECRET: string }): SecretKeys {
  return [...(settings.SECRETS_KEY ?? []), settings.AUTH_SECRET].map((secret) => ({
    id: `${VERSION}.${derive(secret, "id", 6).toString("hex")}`,
    key: derive(secret, "key", 32),
  }));
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "flawless site sign-in", `${VERSION} ${purpose}`, length));
}

/**
 * Seals a text. `owner`, such as a Site's id, is authenticated too, so that a secret moved to another row cannot be opened
 * there.
 */
export function sealSecret(keys: SecretKeys, owner: string, text: string): SealedSecret {
  const [newest] = keys;
  if (!newest) throw new Error("There is no key to seal secrets with.");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, newest.key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: newest.id, sealed: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url") };
}

/** Opens a sealed secret; null if its key is unknown, it was sealed for another owner, or it was tampered with. */
export function openSecret(keys: SecretKeys, owner: string, { keyId, sealed }: SealedSecret): string | null {
  const found = keys.find(({ id }) => id === keyId);
  const bytes = Buffer.from(sealed, "base64url");
  if (!found || bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, found.key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch (error) {
    // `final` throws only if the authentication tag does not match.
    if (error instanceof Error) return null;
    throw error;
  }
}
