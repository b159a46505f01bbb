import type { Database, Prisma } from "#prisma/client.ts";
import type { ChannelDeliveryKind, ChannelDeliveryState, ChannelKind, ChannelStop } from "#prisma/generated/enums.ts";

/** A Channel as it is shown: without its secrets. */
export type ChannelView = {
  id: string;
  kind: ChannelKind;
  name: string;
  addressShown: string;
  allSites: boolean;
  siteIds: string[];
  stoppedBy: ChannelStop | null;
  stoppedAt: Date | null;
  failingSince: Date | null;
  previousUntil: Date | null;
  /** The last message that was tried; null if there was none. */
  last: ChannelDeliveryView | null;
};

/** A message to a Channel as it is shown. */
export type ChannelDeliveryView = {
  id: string;
  kind: ChannelDeliveryKind;
  about: string;
  state: ChannelDeliveryState;
  attempts: number;
  nextAttemptAt: Date;
  createdAt: Date;
  triedAt: Date | null;
  status: number | null;
  ms: number | null;
  answer: string | null;
};

/** Deliveries that are shown, and kept. */
export const SHOWN_DELIVERIES = 50;

const deliveryColumns = {
  ...{ id: true, kind: true, about: true, state: true, attempts: true, nextAttemptAt: true },
  ...{ createdAt: true, triedAt: true, status: true, ms: true, answer: true },
} as const satisfies Prisma.ChannelDeliverySelect;

const columns = {
  ...{ id: true, kind: true, name: true, addressShown: true, allSites: true },
  ...{ stoppedBy: true, stoppedAt: true, failingSince: true, previousUntil: true },
  sites: { select: { siteId: true } },
  deliveries: { where: { triedAt: { not: null } }, orderBy: { triedAt: "desc" }, take: 1, select: deliveryColumns },
} as const satisfies Prisma.ChannelSelect;

type Row = Prisma.ChannelGetPayload<{ select: typeof columns }>;

/** Returns a Team's Channels in the order in which they were added. */
export async function findChannels(db: Database, { teamId }: { teamId: string }): Promise<ChannelView[]> {
  const rows = await db.channel.findMany({
    where: { teamId, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
  });
  return rows.map(toView);
}

/** Returns the Channels of a Team that we switched off, in the same order. */
export async function findStoppedChannels(db: Database, teamId: string): Promise<ChannelView[]> {
  const rows = await db.channel.findMany({
    where: { teamId, removedAt: null, stoppedBy: { notIn: ["person"] } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
  });
  return rows.map(toView);
}

/** Returns one Channel of a Team; null if it has no such Channel. */
export async function findChannel(
  db: Database,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<ChannelView | null> {
  const row = await db.channel.findFirst({ where: { id: channelId, teamId, removedAt: null }, select: columns });
  return row && toView(row);
}

/** Returns the last messages to a Channel of a Team, newest first. */
export async function findChannelDeliveries(
  db: Database,
  { teamId, channelId }: { teamId: string; channelId: string },
): Promise<ChannelDeliveryView[]> {
  return db.channelDelivery.findMany({
    where: { channelId, channel: { teamId, removedAt: null } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN_DELIVERIES,
    select: deliveryColumns,
  });
}

function toView({ sites, deliveries, ...channel }: Row): ChannelView {
  return { ...channel, siteIds: sites.map(({ siteId }) => siteId), last: deliveries[0] ?? null };
}
