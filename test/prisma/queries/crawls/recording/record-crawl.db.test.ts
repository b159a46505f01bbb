import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { payloadSchemas } from "#emails/payloads.ts";
import { createCrawlMemory } from "#prisma/queries/crawls/crawl-memory.ts";
import { brokenLink, type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { runSql } from "#test/support/servers/postgres-server.ts";
import { makeLink, makeSnapshot, makeVisit } from "#test/worker/crawl/fake/visit-samples.ts";
import type { PageLink } from "#worker/core/page/page-content.ts";

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

/** Returns the mails written to the Site's recipients, oldest first. */
async function mailsOf(siteId: string) {
  const deliveries = await desk.db.delivery.findMany({ where: { siteId }, orderBy: { id: "asc" } });
  return deliveries.map(({ kind, email, payload }) => ({ kind, email, payload }));
}
async function digestsOf(siteId: string, email: string) {
  const mails = (await mailsOf(siteId)).filter((mail) => mail.kind === "digest" && mail.email === email);
  return mails.map(({ payload }) => {
    const { opened, fixed } = payloadSchemas.digest.parse(payload).digest;
    return { opened: opened.map(({ text }) => text).sort(), fixed: fixed.map(({ text }) => text).sort() };
  });
}
async function addRecipient(siteId: string, fields: { confirmedAt?: Date; unsubscribedAt?: Date; toldUpTo?: bigint }) {
  return desk.db.recipient.create({
    data: { siteId, email: `${randomUUID()}@bakery.example`, token: randomUUID(), ...fields },
  });
}

describe("recordCrawl", () => {
  it("mails the baseline in a first report, then each change once to each recipient", async () => {
    const { siteId, email } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve", "teh"] });
    expect((await mailsOf(siteId)).map(({ kind }) => kind)).toEqual(["first_report"]);
    await desk.crawl(siteId, { "/": ["recieve", "teh"] });
    await desk.crawl(siteId, { "/": ["recieve", "mornign"] });
    await desk.crawl(siteId, { "/": ["recieve", "mornign"] });
    expect(await digestsOf(siteId, email)).toEqual([{ opened: ["mornign"], fixed: ["teh"] }]);
    expect(await mailsOf(siteId)).toHaveLength(2);
  });

  it("mails what went with its page at the second look, at once where the last crawl was the first", async () => {
    for (const wasMissingPages of [false, true]) {
      const { siteId, email } = await desk.addSite();
      await desk.crawl(siteId, { "/": ["teh"], "/rye": ["recieve"] });
      const crawlWithout = async () => {
        const claim = await desk.startCrawl(siteId);
        await desk.visit(claim, { "/": ["teh"] });
        const gone = makeVisit({ url: "https://bakery.example/rye", outcome: "gone", status: 404, snapshot: null });
        await createCrawlMemory(desk.db, claim).recordVisit(gone, "checks-1");
        const looked = { ...claim, wasMissingPages };
        await desk.record(looked);
        return await digestsOf(siteId, email);
      };
      const told = [{ opened: [], fixed: ["recieve"] }];
      expect(await crawlWithout()).toEqual(wasMissingPages ? told : []);
      expect(await crawlWithout()).toEqual(told);
    }
  });

  it("mails a form without encryption although its target is unknown, and when it is gone", async () => {
    const { siteId, email } = await desk.addSite();
    const form = { ...makeLink("http://mill.example/order"), element: "form-post" };
    const crawl = async (name: string, links: PageLink[]) => {
      const claim = await desk.startCrawl(siteId);
      const snapshot = makeSnapshot({ contentHash: name, links });
      await createCrawlMemory(desk.db, claim).recordVisit(
        makeVisit({ url: "https://bakery.example/", snapshot, outcome: "changed" }),
        "checks-1",
      );
      await desk.record(claim);
    };
    await crawl("without", []);
    await crawl("with", [form]);
    await crawl("without", []);
    await crawl("without", []);
    expect(await digestsOf(siteId, email)).toEqual([
      { opened: [form.url], fixed: [] },
      { opened: [], fixed: [form.url] },
    ]);
  });

  it("sends nothing to unconfirmed or unsubscribed recipients, and no old events to new ones", async () => {
    const { siteId, email } = await desk.addSite();
    const unconfirmed = await addRecipient(siteId, {});
    const gone = await addRecipient(siteId, { confirmedAt: new Date(), unsubscribedAt: new Date() });
    await desk.crawl(siteId, { "/": ["recieve"] });
    await desk.crawl(siteId, { "/": ["recieve", "teh"] });
    const last = await desk.db.issueEvent.findFirstOrThrow({ where: { siteId }, orderBy: { id: "desc" } });
    const late = await addRecipient(siteId, { confirmedAt: new Date(), toldUpTo: last.id });
    await desk.crawl(siteId, { "/": ["recieve", "teh"] });
    expect(await digestsOf(siteId, late.email)).toEqual([]);
    await desk.crawl(siteId, { "/": ["teh", "adress"] });
    expect(await digestsOf(siteId, late.email)).toEqual([{ opened: ["adress"], fixed: ["recieve"] }]);
    expect(await digestsOf(siteId, email)).toHaveLength(2);
    const mailed = (await mailsOf(siteId)).map((mail) => mail.email);
    expect(mailed).not.toContain(unconfirmed.email);
    expect(mailed).not.toContain(gone.email);
  });

  it("mails each recipient the changes since their last mail, without issues that came and went between", async () => {
    const { siteId, email } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve"] });
    const away = await desk.db.recipient.create({
      data: { siteId, email: "away@bakery.example", token: randomUUID(), confirmedAt: new Date(), unsubscribedAt: new Date() },
    });
    await desk.crawl(siteId, { "/": ["recieve", "teh", "adress"] });
    await desk.db.recipient.update({ where: { id: away.id }, data: { unsubscribedAt: null } });
    await desk.crawl(siteId, { "/": ["recieve", "adress", "mornign"] });
    expect(await digestsOf(siteId, email)).toEqual([
      { opened: ["adress", "teh"], fixed: [] },
      { opened: ["mornign"], fixed: ["teh"] },
    ]);
    expect(await digestsOf(siteId, away.email)).toEqual([{ opened: ["adress", "mornign"], fixed: [] }]);
  });

  it("mails a failed link only when the next crawl confirms it, and never an unknown one", async () => {
    const { siteId, email } = await desk.addSite();
    const shaky = brokenLink("https://shaky.example/", { rule: "links/server-error", status: 500 });
    const silent = brokenLink("https://silent.example/", { state: "unknown", rule: "links/unknown", status: 403 });
    await desk.crawl(siteId, { "/": [] });
    await desk.crawl(siteId, { "/": [] }, { verdicts: [shaky, silent] });
    expect(await digestsOf(siteId, email)).toEqual([]);
    await desk.crawl(siteId, { "/": [] }, { verdicts: [shaky, silent] });
    expect(await digestsOf(siteId, email)).toEqual([{ opened: ["https://shaky.example/"], fixed: [] }]);
    const unknown = { ...shaky, state: "unknown", rule: "links/unknown", status: 429 } as const;
    await desk.crawl(siteId, { "/": [] }, { verdicts: [unknown, silent] });
    expect(await digestsOf(siteId, email)).toHaveLength(1);
  });

  it("fixes no issue that may be on the unread rest of a page", async () => {
    const { siteId, email } = await desk.addSite();
    const dead = brokenLink("https://dead.example/");
    await desk.crawl(siteId, { "/": ["recieve", "teh"], "/other": ["wich"] }, { verdicts: [dead] });
    await desk.crawl(siteId, { "/": ["recieve"] }, { isTruncated: true });
    await desk.crawl(siteId, { "/other": [] });
    expect(await digestsOf(siteId, email)).toEqual([{ opened: [], fixed: ["wich"] }]);
    await desk.crawl(siteId, { "/": ["recieve"] });
    expect((await digestsOf(siteId, email)).at(-1)).toEqual({ opened: [], fixed: ["teh"] });
    await desk.crawl(siteId, { "/": ["recieve"] });
    expect((await digestsOf(siteId, email)).at(-1)).toEqual({ opened: [], fixed: ["https://dead.example/"] });
  });

  it("reports no issue as fixed on a page with a Block whose check cost too much", async () => {
    const { siteId, email } = await desk.addSite();
    const dead = brokenLink("https://dead.example/");
    await desk.crawl(siteId, { "/": ["recieve", "teh"], "/other": ["wich"] }, { verdicts: [dead] });
    for (let day = 0; day < 2; day++) await desk.crawl(siteId, { "/": ["recieve", "costly"] }, { unfinished: ["costly"] });
    await desk.crawl(siteId, { "/other": [] });
    expect(await digestsOf(siteId, email)).toEqual([{ opened: [], fixed: ["wich"] }]);
    await desk.crawl(siteId, { "/": ["recieve", "costly"], "/other": [] }, { without: ["costly"] });
    expect((await digestsOf(siteId, email)).at(-1)).toEqual({ opened: [], fixed: ["https://dead.example/", "teh"] });
  });

  it("keeps earlier findings of a Block whose check now costs too much", async () => {
    const { siteId, email } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve"] });
    await desk.crawl(siteId, { "/": ["recieve"] }, { unfinished: ["recieve"], checksVersion: "checks-2" });
    expect(await digestsOf(siteId, email)).toEqual([]);
    expect((await desk.db.issue.findFirstOrThrow({ where: { siteId } })).state).toBe("open");
  });

  it("mails old text neither as new nor as fixed when rules change", async () => {
    const { siteId } = await desk.addSite();
    const says = ["recieve", "teh"];
    const claim = await desk.startCrawl(siteId);
    await desk.visit(claim, { "/": says }, { without: ["teh"] });
    await desk.record(claim);
    await desk.crawl(siteId, { "/": says }, { checksVersion: "checks-2", without: ["recieve"] });
    expect((await mailsOf(siteId)).map(({ kind }) => kind)).toEqual(["first_report"]);
    const issues = await desk.db.issue.findMany({ where: { siteId }, orderBy: { text: "asc" }, include: { events: true } });
    expect(issues.map(({ text, state }) => [text, state])).toEqual([
      ["recieve", "fixed"],
      ["teh", "open"],
    ]);
    expect(issues.flatMap(({ events }) => events.map(({ quiet }) => quiet))).toEqual([true, true, true]);
    await desk.crawl(siteId, { "/": ["recieve"] }, { checksVersion: "checks-2", without: ["recieve"] });
    expect((await desk.db.issue.findFirstOrThrow({ where: { siteId, text: "teh" } })).state).toBe("fixed");
    expect((await mailsOf(siteId)).map(({ kind }) => kind)).toEqual(["first_report"]);
  });

  it("shows uncertain issues, and mails neither their opening nor their end", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/": [] });
    await desk.crawl(siteId, { "/": ["recieve"] }, { confidence: 0.4 });
    expect(await desk.db.issue.findMany({ where: { siteId } })).toMatchObject([{ state: "open" }]);
    await desk.crawl(siteId, { "/": [] });
    expect(await desk.db.issue.findMany({ where: { siteId } })).toMatchObject([{ state: "fixed" }]);
    expect((await mailsOf(siteId)).map(({ kind }) => kind)).toEqual(["first_report"]);
  });

  it("updates the occurrences of an issue, and keeps the last ones of a fixed issue", async () => {
    const { siteId } = await desk.addSite();
    const places = async () => {
      const rows = await desk.db.occurrence.findMany({ where: { issue: { siteId } }, include: { page: true, issue: true } });
      return rows.map(({ page, issue }) => `${issue.text} on ${new URL(page.url).pathname}`).sort();
    };
    await desk.crawl(siteId, { "/": ["recieve"], "/a": ["recieve"], "/b": ["teh"] });
    const first = await desk.db.occurrence.findMany({ where: { issue: { siteId } }, orderBy: { id: "asc" } });
    await desk.crawl(siteId, {});
    expect(await desk.db.occurrence.findMany({ where: { issue: { siteId } }, orderBy: { id: "asc" } })).toEqual(first);
    await desk.crawl(siteId, { "/a": [], "/b": [], "/c": ["recieve"] });
    expect(await places()).toEqual(["recieve on /", "recieve on /c", "teh on /b"]);
  });

  it("keeps findings of a crawl that failed half-way as new for the next", async () => {
    const { siteId, email } = await desk.addSite();
    await desk.crawl(siteId, { "/": [] });
    const broken = await desk.startCrawl(siteId);
    await desk.visit(broken, { "/": ["recieve"] });
    await desk.db.crawl.update({ where: { id: broken.crawlId }, data: { state: "failed" } });
    await desk.crawl(siteId, { "/": ["recieve"] });
    expect(await digestsOf(siteId, email)).toEqual([{ opened: ["recieve"], fixed: [] }]);
  });

  it.each(["Delivery", "IssueEvent", "Occurrence"])(
    "records nothing if writing a row of %s fails, and everything once when repeated",
    async (table) => {
      const { siteId, email } = await desk.addSite();
      await desk.crawl(siteId, { "/": ["recieve"] });
      const claim = await desk.startCrawl(siteId);
      await desk.visit(claim, { "/": ["teh"] });
      const picture = () =>
        Promise.all([
          desk.db.issue.findMany({ where: { siteId }, include: { occurrences: true, events: true } }),
          desk.db.crawl.findUnique({ where: { id: claim.crawlId } }),
          desk.db.site.findUnique({ where: { id: siteId }, include: { recipients: true, deliveries: true } }),
          desk.queue.findJobs("delivery", { queued: true }).then((jobs) => jobs.length),
        ]);
      const before = await picture();
      await breakInserts(table);
      await expect(desk.record(claim)).rejects.toThrow();
      expect(await picture()).toEqual(before);
      await mendInserts(table);
      expect(await desk.record(claim)).toEqual({ opened: 1, fixed: 1 });
      expect(await digestsOf(siteId, email)).toEqual([{ opened: ["teh"], fixed: ["recieve"] }]);
      expect(await desk.record(claim)).toBeNull();
      expect(await mailsOf(siteId)).toHaveLength(2);
    },
  );

  async function breakInserts(table: string): Promise<void> {
    await runSql(
      desk.database.url,
      `CREATE OR REPLACE FUNCTION break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken for the test'; END $$;
       CREATE TRIGGER broken AFTER INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION break()`,
    );
  }
  async function mendInserts(table: string): Promise<void> {
    await runSql(desk.database.url, `DROP TRIGGER broken ON "${table}"`);
  }
});
