import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addChannel } from "#prisma/queries/channels/add-channel.ts";
import { changeChannel } from "#prisma/queries/channels/change-channel.ts";
import type { WantedSites } from "#prisma/queries/channels/cover-sites.ts";
import { pauseChannel, resumeChannel } from "#prisma/queries/channels/pause-channel.ts";
import { removeChannel, restoreChannel } from "#prisma/queries/channels/remove-channel.ts";
import { deriveSecretKeys } from "#prisma/sealed-secret.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { channelNewsSchema } from "#worker/core/channels/channel-news.ts";

const KEYS = deriveSecretKeys({ AUTH_SECRET: "a secret of the tests, at least 32 characters" });
const ADDRESS = "https://hooks.slack.com/services/T0/B0/abcdefghijklmnopqrstuvwx";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const dependencies = () => ({ db: desk.db, keys: KEYS, now: new Date() });

async function open(teamId: string, sites: WantedSites = "all"): Promise<{ teamId: string; channelId: string }> {
  const { channelId } = await addChannel(dependencies(), { teamId, kind: "slack", name: "#website", address: ADDRESS, sites });
  return { teamId, channelId };
}

/** Returns what was written to a Channel, oldest first. */
async function newsOf({ channelId }: { channelId: string }) {
  const rows = await desk.db.channelDelivery.findMany({ where: { channelId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map(({ payload, about }) => {
    const news = channelNewsSchema.parse(payload);
    if (news.kind !== "changes") return news.kind;
    expect(about).toContain("Harbour Bakery (bakery.example): ");
    const texts = (items: { text: string }[]) => items.map(({ text }) => text).sort();
    return { opened: texts(news.digest.opened), fixed: texts(news.digest.fixed) };
  });
}

describe("writeChannelNews", () => {
  it("sends the first report, then each change once, and nothing when nothing changes", async () => {
    const { siteId, teamId } = await desk.addSite();
    const channel = await open(teamId);
    for (const words of [
      ["recieve", "teh"],
      ["recieve", "teh"],
      ["recieve", "mornign"],
      ["recieve", "mornign"],
    ])
      await desk.crawl(siteId, { "/": words });
    expect(await newsOf(channel)).toEqual(["first_report", { opened: ["mornign"], fixed: ["teh"] }]);
  });

  it("sends no earlier changes to a new channel, and all to a site that was added after it", async () => {
    const { siteId, teamId } = await desk.addSite();
    await desk.crawl(siteId, { "/": [] });
    await desk.checkPages(siteId, { "/": ["teh"] });
    const channel = await open(teamId);
    const later = await desk.addSite();
    await desk.db.site.update({ where: { id: later.siteId }, data: { teamId } });
    await desk.crawl(siteId, { "/": ["teh"] });
    expect(await newsOf(channel)).toEqual([]);
    await desk.crawl(later.siteId, { "/": ["adress"] });
    await desk.crawl(later.siteId, { "/": ["adress", "wich"] });
    expect(await newsOf(channel)).toEqual(["first_report", { opened: ["wich"], fixed: [] }]);
  });

  it("sends only what belongs to the chosen sites, and nothing of another team", async () => {
    const [mine, other, stranger] = [await desk.addSite(), await desk.addSite(), await desk.addSite()];
    await desk.db.site.update({ where: { id: other.siteId }, data: { teamId: mine.teamId } });
    const channel = await open(mine.teamId, [mine.siteId]);
    for (const { siteId } of [mine, other, stranger]) {
      await desk.crawl(siteId, { "/": [] });
      await desk.crawl(siteId, { "/": ["teh"] });
    }
    expect(await newsOf(channel)).toEqual(["first_report", { opened: ["teh"], fixed: [] }]);
    await changeChannel(dependencies(), { ...channel, name: "other", address: null, sites: [other.siteId] });
    await desk.crawl(mine.siteId, { "/": ["teh", "wich"] });
    await desk.crawl(other.siteId, { "/": ["teh", "adress"] });
    expect((await newsOf(channel)).slice(2)).toEqual([{ opened: ["adress"], fixed: [] }]);
  });

  it("begins with later changes after a pause, and goes on after a removal that was undone", async () => {
    const { siteId, teamId } = await desk.addSite();
    const channel = await open(teamId);
    await desk.crawl(siteId, { "/": [] });
    await pauseChannel(desk.db, channel, new Date());
    await desk.crawl(siteId, { "/": ["teh"] });
    await resumeChannel(desk.db, channel);
    await desk.crawl(siteId, { "/": ["teh", "wich"] });
    await removeChannel(desk.db, channel, new Date());
    await restoreChannel(desk.db, channel);
    await desk.crawl(siteId, { "/": ["teh", "wich", "adress"] });
    expect((await newsOf(channel)).slice(1)).toEqual([
      { opened: ["wich"], fixed: [] },
      { opened: ["adress"], fixed: [] },
    ]);
  });

  it("loses and repeats nothing when the crawl cannot be recorded at first", async () => {
    const { siteId, teamId } = await desk.addSite();
    const channel = await open(teamId);
    await desk.crawl(siteId, { "/": ["recieve"] });
    const claim = await desk.startCrawl(siteId);
    await desk.visit(claim, { "/": ["teh"] });
    await runSql(
      desk.database.url,
      `CREATE OR REPLACE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken for the test'; END $$;
       CREATE TRIGGER broken AFTER INSERT ON "ChannelDelivery" FOR EACH ROW EXECUTE FUNCTION break()`,
    );
    await expect(desk.record(claim)).rejects.toThrow();
    expect(await newsOf(channel)).toEqual(["first_report"]);
    expect(await desk.db.delivery.count({ where: { siteId, kind: "digest" } })).toBe(0);
    await runSql(desk.database.url, 'DROP TRIGGER broken ON "ChannelDelivery"');
    await desk.record(claim);
    expect(await desk.record(claim)).toBeNull();
    expect(await newsOf(channel)).toEqual(["first_report", { opened: ["teh"], fixed: ["recieve"] }]);
    const jobs = await desk.queue.findJobs("channel-delivery", { queued: true });
    const rows = await desk.db.channelDelivery.findMany({ where: { channelId: channel.channelId }, select: { id: true } });
    const queued = jobs.map(({ data }) => JSON.stringify(data));
    for (const { id } of rows) expect(queued).toContain(JSON.stringify({ deliveryId: id }));
  });
});
