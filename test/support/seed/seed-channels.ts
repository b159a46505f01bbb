import { randomUUID } from "node:crypto";
import type { Database } from "#prisma/client.ts";

const HOUR_MS = 3_600_000;

/**
 * Creates a Channel of each kind for a Team: Slack for one Site, Teams that is switched off, and a webhook that fails; with messages in every
 * state. Their addresses cannot be opened. Returns their ids.
 */
export async function seedChannels(db: Database, { teamId, siteId }: { teamId: string; siteId: string }): Promise<string[]> {
  const now = Date.now();
  const sealed = { addressKeyId: "none", addressSealed: "none" };
  const about = "Brightwell Coffee (example.com): 2 new issues, 1 gone";
  const message = (hoursAgo: number, fields: object) => ({
    ...{ kind: "changes" as const, about, payload: {}, dedupeKey: randomUUID(), siteId },
    ...{ createdAt: new Date(now - hoursAgo * HOUR_MS), triedAt: new Date(now - hoursAgo * HOUR_MS), ...fields },
  });
  const channels = [
    {
      ...{ kind: "slack" as const, name: "#website", addressShown: "hooks.slack.com/…x4Kp", allSites: false },
      sites: { create: { siteId } },
      deliveries: { create: [message(2, { state: "sent", attempts: 1, status: 200, ms: 213, answer: "ok" })] },
    },
    {
      ...{
        kind: "teams" as const,
        name: "Website team",
        addressShown: "prod-12.westeurope.logic.azure.com/…9f2c",
        allSites: true,
      },
      ...{ stoppedBy: "failing" as const, stoppedAt: new Date(now - 3 * HOUR_MS), failingSince: new Date(now - 124 * HOUR_MS) },
      deliveries: {
        create: [message(3, { state: "failed", attempts: 12, status: 404, ms: 88, answer: "The workflow was not found." })],
      },
    },
    {
      ...{ kind: "webhook" as const, name: "Our intranet", addressShown: "intranet.example.com/…hook", allSites: true },
      ...{ failingSince: new Date(now - HOUR_MS), previousUntil: new Date(now + 20 * HOUR_MS) },
      deliveries: {
        create: [
          message(1, {
            state: "pending",
            attempts: 2,
            nextAttemptAt: new Date(now + HOUR_MS),
            answer: "intranet.example.com did not answer in time.",
          }),
          message(30, { state: "sent", attempts: 3, status: 204, ms: 12_345, answer: "" }),
          message(40, {
            state: "failed",
            attempts: 0,
            triedAt: null,
            answer: "The channel was paused before this message was sent.",
          }),
          message(50, {
            kind: "test",
            about: "Test message",
            state: "sent",
            attempts: 1,
            status: 200,
            ms: 41,
            answer: "thanks",
          }),
        ],
      },
    },
  ];
  const ids: string[] = [];
  for (const channel of channels) {
    const { id } = await db.channel.create({ data: { teamId, ...sealed, ...channel }, select: { id: true } });
    ids.push(id);
  }
  return ids;
}
