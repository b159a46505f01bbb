import { z } from "zod";
import { openSecret, type SecretKeys, sealSecret } from "./sealed-secret.ts";

/** A permission in a mail: to decide about one Issue as this User without signing in. */
export type MailDecision = { issueId: string; userId: string };

const OWNER = "decision by mail";
const VALID_MS = 30 * 86_400_000;
const contents = z.object({ issueId: z.uuid(), userId: z.string().min(1), until: z.number() });

/** Returns the token of a link that is valid for 30 days: sealed, so that only we can make and read one. */
export function sealDecision(keys: SecretKeys, { issueId, userId }: MailDecision, now: Date): string {
  const { keyId, sealed } = sealSecret(keys, OWNER, JSON.stringify({ issueId, userId, until: now.getTime() + VALID_MS }));
  return `${keyId}~${sealed}`;
}

/** Opens the token of a link; null if it is too old or not ours. */
export function openDecision(keys: SecretKeys, token: string, now: Date): MailDecision | null {
  const [keyId = "", sealed = ""] = token.split("~");
  const opened = openSecret(keys, OWNER, { keyId, sealed });
  if (opened === null) return null;
  const { issueId, userId, until } = contents.parse(JSON.parse(opened));
  return until > now.getTime() ? { issueId, userId } : null;
}
