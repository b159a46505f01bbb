import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keys that secrets on record are sealed with. The first seals; all open, so that a key can be replaced by another. */
export type SecretKeys = readonly SecretKey[];
type SecretKey = { id: string; key: Buffer };

/** A secret as it is stored: AES-256-GCM, and the id of the key, which tells nothing about it. */
export type SealedSecret = { keyId: string; sealed: string };

const CIPHER = "aes-256-gcm";
const [IV_BYTES, TAG_BYTES] = [12, 16];
/** Changes when the way of sealing does. */
const VERSION = "v1";

/**
 * The keys that these settings make (HKDF-SHA-256, RFC 5869). SECRETS_KEY holds one or, while one is being replaced, several with commas
 * between them, the newest first. Without it, AUTH_SECRET makes the key; with it, AUTH_SECRET still opens what it had sealed before.
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

/** Seals a text. `owner`: whose it is, such as a Site's id; no one can move it to another's row and have it opened there. */
export function sealSecret(keys: SecretKeys, owner: string, text: string): SealedSecret {
  const [newest] = keys;
  if (!newest) throw new Error("There is no key to seal secrets with.");
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, newest.key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { keyId: newest.id, sealed: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url") };
}

/** The text of a sealed secret; null where its key is not among these, or it was sealed for another owner or tampered with. */
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
    // What `final` throws says only that the tag does not fit.
    if (error instanceof Error) return null;
    throw error;
  }
}
