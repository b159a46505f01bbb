import { z } from "zod";
import { openSecret, type SealedSecret, type SecretKeys, sealSecret } from "./sealed-secret.ts";

const sealedUrl = z.looseObject({ url: z.object({ keyId: z.string(), sealed: z.string() }) });

/** Seals the link of a mail to an address while the mail waits, because the link opens the account. */
export function sealLink(keys: SecretKeys, email: string, url: string): SealedSecret {
  return sealSecret(keys, ownerOf(email), url);
}

/** Returns a Delivery's payload with its sealed link, if any, opened. @throws when the key is missing. */
export function openLink(keys: SecretKeys, email: string, payload: unknown): unknown {
  const parsed = sealedUrl.safeParse(payload);
  if (!parsed.success) return payload;
  const url = openSecret(keys, ownerOf(email), parsed.data.url);
  if (url === null)
    throw new Error("The link of a mail cannot be opened: SECRETS_KEY or AUTH_SECRET is not what it was sealed with.");
  return { ...parsed.data, url };
}

const ownerOf = (email: string) => `mail to ${email}`;
