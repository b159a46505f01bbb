import "server-only";
import { deriveSecretKeys, type SecretKeys } from "#prisma/sealed-secret.ts";
import { getSettings } from "./settings.ts";

let keys: SecretKeys | undefined;

/** The keys that sites' sign-ins are sealed with, made on first use. */
export function getSecretKeys(): SecretKeys {
  keys ??= deriveSecretKeys(getSettings());
  return keys;
}
