import { randomBytes } from "node:crypto";

/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32;

/** Creates a secret that signs a webhook's messages, in the form of Standard Webhooks. */
export function makeSigningSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}
