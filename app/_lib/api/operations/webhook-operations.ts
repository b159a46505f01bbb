import { addChannel } from "#prisma/queries/channels/add-channel.ts";
import { changeChannel } from "#prisma/queries/channels/change-channel.ts";
import { type ChannelView, findChannel, findChannels } from "#prisma/queries/channels/find-channels.ts";
import { pauseChannel, resumeChannel } from "#prisma/queries/channels/pause-channel.ts";
import { removeChannel } from "#prisma/queries/channels/remove-channel.ts";
import { toPage } from "#worker/core/api/api-cursor.ts";
import { WEBHOOK_OPERATIONS } from "#worker/core/api/contracts/webhook-operations.ts";
import { readChannelAddress } from "#worker/core/channels/channel-address.ts";
import { DomainError } from "#worker/core/errors.ts";
import { type TeamScope, teamOf } from "#worker/core/people/team-scope.ts";
import { sendChannelTest } from "../../channels/send-channel-test.ts";
import { InputError } from "../../forms/read-input.ts";
import type { ApiDependencies } from "../answer-api.ts";
import { apiOperation } from "../api-operation.ts";
import { noteApiActivity } from "../note-api-activity.ts";

function toApi({ id, name, addressShown, allSites, siteIds, stoppedBy, failingSince }: ChannelView) {
  const state = stoppedBy === null ? ("on" as const) : stoppedBy === "person" ? ("paused" as const) : ("switched-off" as const);
  const since = failingSince?.toISOString() ?? null;
  return { id, name, urlShown: addressShown, siteIds: allSites ? null : siteIds, state, failingSince: since };
}

async function requireWebhook({ db }: ApiDependencies, scope: TeamScope, channelId: string): Promise<ChannelView> {
  const channel = await findChannel(db, { teamId: teamOf(scope), channelId });
  if (channel?.kind !== "webhook") throw new DomainError("not-found", "Your team has no such webhook.");
  return channel;
}

/** Returns an address in normal form. @throws InputError for one that is not valid or on a private network. */
function readUrl({ allowedPrivateHosts }: ApiDependencies, url: string): string {
  try {
    return readChannelAddress("webhook", url, { allowedPrivateHosts });
  } catch (error) {
    if (error instanceof DomainError) throw new InputError({ url: error.message });
    throw error;
  }
}

export const listWebhooks = apiOperation(
  WEBHOOK_OPERATIONS.listWebhooks,
  async ({ db }, { caller, query: { limit, cursor = "" } }) => {
    const channels = await findChannels(db, { teamId: teamOf(caller.teamId) });
    const webhooks = channels.filter(({ kind, id }) => kind === "webhook" && id > cursor);
    return toPage(webhooks.sort((one, other) => (one.id < other.id ? -1 : 1)).map(toApi), limit);
  },
);

export const readWebhook = apiOperation(
  WEBHOOK_OPERATIONS.readWebhook,
  async (dependencies, { caller, params: { webhookId } }) =>
    toApi(await requireWebhook(dependencies, caller.teamId, webhookId)),
);

export const addWebhook = apiOperation(WEBHOOK_OPERATIONS.addWebhook, async (dependencies, { caller, body }) => {
  const address = readUrl(dependencies, body.url);
  const wanted = {
    teamId: teamOf(caller.teamId),
    kind: "webhook",
    name: body.name,
    address,
    sites: body.siteIds ?? "all",
  } as const;
  const { channelId, signingSecret } = await addChannel(dependencies, wanted);
  if (signingSecret === null) throw new Error("A webhook has no secret.");
  await noteApiActivity(dependencies, caller, { kind: "channel_added", detail: body.name });
  return { ...toApi(await requireWebhook(dependencies, caller.teamId, channelId)), signingSecret };
});

export const changeWebhook = apiOperation(
  WEBHOOK_OPERATIONS.changeWebhook,
  async (dependencies, { caller, params: { webhookId: channelId }, body: { name, url, siteIds, isPaused } }) => {
    const { db, now } = dependencies;
    const teamId = teamOf(caller.teamId);
    const before = await requireWebhook(dependencies, teamId, channelId);
    if (name !== undefined || url !== undefined || siteIds !== undefined) {
      const kept = before.allSites ? ("all" as const) : before.siteIds;
      const sites = siteIds === undefined ? kept : (siteIds ?? "all");
      const address = url === undefined ? null : readUrl(dependencies, url);
      await changeChannel(dependencies, { teamId, channelId, name: name ?? before.name, address, sites });
    }
    if (isPaused === true) await pauseChannel(db, { teamId, channelId }, now);
    if (isPaused === false) await resumeChannel(db, { teamId, channelId });
    await noteApiActivity(dependencies, caller, { kind: "channel_changed" });
    return toApi(await requireWebhook(dependencies, teamId, channelId));
  },
);

export const removeWebhook = apiOperation(
  WEBHOOK_OPERATIONS.removeWebhook,
  async (dependencies, { caller, params: { webhookId: channelId } }) => {
    const { db, now } = dependencies;
    await requireWebhook(dependencies, caller.teamId, channelId);
    await removeChannel(db, { teamId: teamOf(caller.teamId), channelId }, now);
    await noteApiActivity(dependencies, caller, { kind: "channel_removed" });
    return null;
  },
);

export const testWebhook = apiOperation(
  WEBHOOK_OPERATIONS.testWebhook,
  async (dependencies, { caller, params: { webhookId: channelId } }) => {
    await requireWebhook(dependencies, caller.teamId, channelId);
    const { outcome, status, ms, answer } = await sendChannelTest(dependencies, { teamId: teamOf(caller.teamId), channelId });
    return { isDelivered: outcome === "sent", status, ms, answer };
  },
);
