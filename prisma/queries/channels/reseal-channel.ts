import type { Database } from "#prisma/client.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { openChannel, type SealedChannel, sealAddress, sealSigningSecret } from "./channel-secrets.ts";

/** Seals the secrets of a Channel with the newest key, if an older one sealed them. One that was changed meanwhile stays. */
export async function resealChannel(db: Database, keys: SecretKeys, channel: SealedChannel, now: Date): Promise<void> {
  const { id, addressKeyId, addressSealed, secretKeyId, secretSealed } = channel;
  const newest = keys[0]?.id;
  if (addressKeyId === newest && (secretKeyId === null || secretKeyId === newest)) return;
  const secrets = openChannel(keys, channel, now);
  if (!secrets) return;
  const [signingSecret] = secrets.signingSecrets;
  await db.channel.updateMany({
    where: { id, addressSealed, secretSealed },
    data: {
      ...sealAddress(keys, id, secrets.address),
      ...(signingSecret === undefined ? {} : sealSigningSecret(keys, id, signingSecret)),
    },
  });
}
