import type { Database } from "#prisma/client.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { makeSigningSecret } from "#prisma/signing-secret.ts";
import { DomainError } from "#worker/core/errors.ts";
import { sealSigningSecret } from "./channel-secrets.ts";
import { lockChannel } from "./lock-channel.ts";

/** Time for which messages carry a signature with the old secret, too. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * Gives a webhook a new signing secret, and returns it; it cannot be read again. The old one signs, too, for a day.
 * @throws DomainError `not-found` when the Team has no such Channel, `conflict` when it is no webhook.
 */
export async function renewSigningSecret(
  { db, keys, now }: { db: Database; keys: SecretKeys; now: Date },
  wanted: { teamId: string; channelId: string },
): Promise<string> {
  const secret = makeSigningSecret();
  await db.$transaction(async (tx) => {
    const { kind, secretKeyId, secretSealed } = await lockChannel(tx, wanted);
    if (kind !== "webhook") throw new DomainError("conflict", "Only webhooks have a signing secret.");
    await tx.channel.update({
      where: { id: wanted.channelId },
      data: {
        ...sealSigningSecret(keys, wanted.channelId, secret),
        previousKeyId: secretKeyId,
        previousSealed: secretSealed,
        previousUntil: new Date(now.getTime() + OVERLAP_MS),
      },
    });
  });
  return secret;
}
