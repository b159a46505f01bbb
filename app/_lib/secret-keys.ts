import "server-only";
import { deriveSecretKeys, type SecretKeys } from "#prisma/sealed-secret.ts";
import { getSettings } from "./settings.ts";

let keys: SecretKeys | undefined;

/** Returns the keys that seal sites' sign-ins and other secrets, derived on first use. */
export function getSecretKeys(): SecretKeys {
  keys ??= deriveSecretKeys(getSettings());
  return keys;
}
