import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChannel } from "#prisma/queries/channels/add-channel.ts";
import { changeChannel } from "#prisma/queries/channels/change-channel.ts";
import { openChannel, SEALED_COLUMNS } from "#prisma/queries/channels/channel-secrets.ts";
import {
  findChannel,
  findChannelDeliveries,
  findChannels,
  findStoppedChannels,
} from "#prisma/queries/channels/find-channels.ts";
import { findSiteNames } from "#prisma/queries/channels/find-site-names.ts";
import { forgetChannels } from "#prisma/queries/channels/forget-channels.ts";
import { pauseChannel, resumeChannel } from "#prisma/queries/channels/pause-channel.ts";
import { removeChannel, restoreChannel } from "#prisma/queries/channels/remove-channel.ts";
import { renewSigningSecret } from "#prisma/queries/channels/renew-signing-secret.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const KEYS = deriveSecretKeys({ AUTH_SECRET: "a secret of the tests, at least 32 characters" });
const SECRET = "abcdefghijklmnopqrstuvwx";
const ADDRESS = `https://hooks.slack.com/services/T0/B0/${SECRET}`;
const REFUSED = { code: "not-found" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const dependencies = () => ({ db: database.db, keys: KEYS, now: new Date() });
const wanted = { kind: "webhook", name: "Intranet", address: ADDRESS, sites: "all" } as const;

async function open(): Promise<{ teamId: string; siteId: string; channelId: string; signingSecret: string | null }> {
  const { teamId, siteId } = await addTestSite(database.db);
  return { teamId, siteId, ...(await addChannel(dependencies(), { ...wanted, teamId })) };
}
const secretsOf = async (channelId: string, keys = KEYS, now = new Date()) =>
  openChannel(keys, await database.db.channel.findUniqueOrThrow({ where: { id: channelId }, select: SEALED_COLUMNS }), now);

describe("a channel", () => {
  it("keeps its address and signing secret sealed, and shows neither", async () => {
    const channel = await open();
    const stored = JSON.stringify(await database.db.channel.findUniqueOrThrow({ where: { id: channel.channelId } }));
    const shown = JSON.stringify(await findChannels(database.db, channel));
    for (const text of [stored, shown]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain(channel.signingSecret?.slice(6));
      expect(text).toContain("hooks.slack.com/…uvwx");
    }
    expect(shown).not.toMatch(/sealed|KeyId/i);
    expect(await secretsOf(channel.channelId)).toEqual({ address: ADDRESS, signingSecrets: [channel.signingSecret] });
    expect(await secretsOf(channel.channelId, deriveSecretKeys({ AUTH_SECRET: "x".repeat(32) }))).toBeNull();
  });

  it("cannot use the secrets of another, moved to its row", async () => {
    const [one, other] = [await open(), await open()];
    const { addressKeyId, addressSealed } = await database.db.channel.findUniqueOrThrow({ where: { id: one.channelId } });
    await database.db.channel.update({ where: { id: other.channelId }, data: { addressKeyId, addressSealed } });
    expect(await secretsOf(other.channelId)).toBeNull();
  });

  it("signs with the old secret, too, for a day after it was renewed", async () => {
    const channel = await open();
    const newer = await renewSigningSecret(dependencies(), channel);
    expect(newer).not.toBe(channel.signingSecret);
    const secrets = async (hours: number) =>
      (await secretsOf(channel.channelId, KEYS, new Date(Date.now() + hours * 3_600_000)))?.signingSecrets;
    expect(await secrets(23)).toEqual([newer, channel.signingSecret]);
    expect(await secrets(25)).toEqual([newer]);
  });

  it("keeps its address if none is given, and is tried at once at a new one", async () => {
    const channel = await open();
    const later = new Date(Date.now() + 3_600_000);
    const { id } = await database.db.channelDelivery.create({
      data: {
        ...{ channelId: channel.channelId, kind: "changes", about: "x", payload: {} },
        dedupeKey: randomUUID(),
        nextAttemptAt: later,
      },
    });
    await changeChannel(dependencies(), { ...wanted, ...channel, name: "Other", address: null });
    expect((await secretsOf(channel.channelId))?.address).toBe(ADDRESS);
    expect((await database.db.channelDelivery.findUniqueOrThrow({ where: { id } })).nextAttemptAt).toEqual(later);
    await changeChannel(dependencies(), { ...wanted, ...channel, address: "https://example.com/a" });
    expect(await findChannel(database.db, channel)).toMatchObject({ addressShown: "example.com/…", name: "Intranet" });
    expect((await database.db.channelDelivery.findUniqueOrThrow({ where: { id } })).nextAttemptAt.getTime()).toBeLessThan(
      later.getTime(),
    );
  });

  it("is named on the list of sites if we switched it off, not if a person did", async () => {
    const { teamId, channelId } = await open();
    const stop = (stoppedBy: "person" | "failing" | null) =>
      database.db.channel.update({ where: { id: channelId }, data: { stoppedBy, stoppedAt: stoppedBy && new Date() } });
    const stopped = async () => (await findStoppedChannels(database.db, teamId)).map(({ id }) => id);
    expect(await stopped()).toEqual([]);
    await stop("person");
    expect(await stopped()).toEqual([]);
    await stop("failing");
    expect(await stopped()).toEqual([channelId]);
    expect(await findStoppedChannels(database.db, "another team")).toEqual([]);
  });

  it("is one of twenty at most", async () => {
    const { teamId } = await open();
    for (let count = 1; count < 20; count += 1) await addChannel(dependencies(), { ...wanted, teamId });
    await expect(addChannel(dependencies(), { ...wanted, teamId })).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be restored for a day, then it is deleted with its messages", async () => {
    const [kept, gone] = [await open(), await open()];
    for (const channel of [kept, gone]) await removeChannel(database.db, channel, new Date(Date.now() - 86_400_001));
    await restoreChannel(database.db, kept);
    await forgetChannels(database.db, new Date());
    expect(await findChannel(database.db, kept)).not.toBeNull();
    await expect(restoreChannel(database.db, gone)).rejects.toMatchObject(REFUSED);
    expect(await database.db.channel.count({ where: { id: gone.channelId } })).toBe(0);
  });

  it("keeps its last 50 messages, and those that wait", async () => {
    const { channelId, teamId } = await open();
    const rows = Array.from({ length: 60 }, (_, index) => ({
      ...{ channelId, kind: "changes" as const, about: `message ${index}`, payload: {}, dedupeKey: randomUUID() },
      ...{
        state: index === 0 ? ("pending" as const) : ("sent" as const),
        createdAt: new Date(Date.now() - (60 - index) * 60_000),
      },
    }));
    await database.db.channelDelivery.createMany({ data: rows });
    await forgetChannels(database.db, new Date());
    expect(await database.db.channelDelivery.count({ where: { channelId } })).toBe(51);
    const shown = await findChannelDeliveries(database.db, { teamId, channelId });
    expect([shown.length, shown[0]?.about, shown.at(-1)?.about]).toEqual([50, "message 59", "message 10"]);
  });

  it("is not seen, changed or used by another team, and covers none of its sites", async () => {
    const [mine, stranger] = [await open(), await open()];
    const attack = { teamId: stranger.teamId, channelId: mine.channelId };
    const { db } = database;
    const before = await db.channel.findUniqueOrThrow({ where: { id: mine.channelId }, include: { sites: true } });
    expect(await findChannel(db, attack)).toBeNull();
    expect(await findChannelDeliveries(db, attack)).toEqual([]);
    expect((await findChannels(db, stranger)).map(({ id }) => id)).toEqual([stranger.channelId]);
    expect((await findSiteNames(db, stranger)).map(({ id }) => id)).toEqual([stranger.siteId]);
    await expect(changeChannel(dependencies(), { ...wanted, ...attack, sites: [stranger.siteId] })).rejects.toMatchObject(
      REFUSED,
    );
    await expect(pauseChannel(db, attack, new Date())).rejects.toMatchObject(REFUSED);
    await expect(resumeChannel(db, attack)).rejects.toMatchObject(REFUSED);
    await expect(removeChannel(db, attack, new Date())).rejects.toMatchObject(REFUSED);
    await expect(renewSigningSecret(dependencies(), attack)).rejects.toMatchObject(REFUSED);
    const theirSite = { ...wanted, teamId: stranger.teamId, sites: [mine.siteId] };
    await expect(addChannel(dependencies(), theirSite)).rejects.toMatchObject(REFUSED);
    await expect(changeChannel(dependencies(), { ...theirSite, channelId: stranger.channelId })).rejects.toMatchObject(REFUSED);
    expect(await db.channel.findUniqueOrThrow({ where: { id: mine.channelId }, include: { sites: true } })).toEqual(before);
    await removeChannel(db, mine, new Date());
    await expect(restoreChannel(db, attack)).rejects.toMatchObject(REFUSED);
  });
});
