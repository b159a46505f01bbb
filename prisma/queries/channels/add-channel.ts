import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { makeSigningSecret } from "#prisma/signing-secret.ts";
import { type ChannelKind, MOST_CHANNELS } from "#worker/core/channels/channel.ts";
import { maskAddress } from "#worker/core/channels/mask-address.ts";
import { DomainError } from "#worker/core/errors.ts";
import { lockTeam } from "../teams/lock-team.ts";
import { sealAddress, sealSigningSecret } from "./channel-secrets.ts";
import { coverSites, type WantedSites } from "./cover-sites.ts";

type Dependencies = { db: Database; keys: SecretKeys; now: Date };
type Wanted = { teamId: string; kind: ChannelKind; name: string; address: string; sites: WantedSites };

/**
 * Adds a Channel, which gets what happens from now on. Returns the signing secret of a webhook, which cannot be read again.
 * @throws DomainError `conflict` when the Team has too many, `not-found` when a Site is not the Team's.
 */
export async function addChannel(
  { db, keys, now }: Dependencies,
  { teamId, kind, name, address, sites }: Wanted,
): Promise<{ channelId: string; signingSecret: string | null }> {
  const channelId = randomUUID();
  const signingSecret = kind === "webhook" ? makeSigningSecret() : null;
  await db.$transaction(async (tx) => {
    await lockTeam(tx, teamId);
    if ((await tx.channel.count({ where: { teamId, removedAt: null } })) >= MOST_CHANNELS)
      throw new DomainError("conflict", `A team can have ${MOST_CHANNELS} channels. Remove one that you no longer need.`);
    await tx.channel.create({
      data: {
        ...{ id: channelId, teamId, kind, name, allSites: sites === "all", createdAt: now },
        ...{ ...sealAddress(keys, channelId, address), addressShown: maskAddress(address) },
        ...(signingSecret === null ? {} : sealSigningSecret(keys, channelId, signingSecret)),
      },
    });
    await coverSites(tx, { channelId, teamId, sites });
  });
  return { channelId, signingSecret };
}
