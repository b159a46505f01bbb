import type { Database } from "#prisma/client.ts";
import type { SecretKeys } from "#prisma/sealed-secret.ts";
import { maskAddress } from "#worker/core/channels/mask-address.ts";
import { sealAddress } from "./channel-secrets.ts";
import { coverSites, type WantedSites } from "./cover-sites.ts";
import { lockChannel } from "./lock-channel.ts";

/** `address` null: it stays. */
type Wanted = { teamId: string; channelId: string; name: string; address: string | null; sites: WantedSites };

/**
 * Changes a Channel. A new address gets the messages that wait, at once. @throws DomainError `not-found` when the Team has no such Channel or
 * Site.
 */
export async function changeChannel(
  { db, keys, now }: { db: Database; keys: SecretKeys; now: Date },
  { teamId, channelId, name, address, sites }: Wanted,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockChannel(tx, { teamId, channelId });
    const changed =
      address === null
        ? {}
        : { ...sealAddress(keys, channelId, address), addressShown: maskAddress(address), failingSince: null };
    await tx.channel.update({ where: { id: channelId }, data: { name, allSites: sites === "all", ...changed } });
    await coverSites(tx, { channelId, teamId, sites });
    if (address === null) return;
    await tx.channelDelivery.updateMany({ where: { channelId, state: "pending" }, data: { nextAttemptAt: now } });
  });
}
