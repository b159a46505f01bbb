import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedChannels } from "#test/support/seed/seed-channels.ts";
import { seedSite } from "#test/support/seed/seed-site.ts";
import { API_OPERATIONS } from "#worker/core/api/api-operations.ts";
import { ALL_SCOPES, type ApiFixture, NOW, OPERATION_IDS, OPERATIONS, type OperationId, openApi } from "./api-fixture.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await openApi();
});
afterAll(async () => {
  await api.stop();
});

/** Ids of one of each thing that a Site has. */
type Ids = Record<"siteId" | "issueId" | "crawlId" | "pageId" | "wordId" | "webhookId" | "userId", string>;

async function openIds() {
  const { db } = api.database;
  const opened = await api.openSite();
  const { teamId, userId, siteId, pageIds } = opened;
  const issue = await db.issue.findFirstOrThrow({ where: { siteId, text: "recieve" } });
  const word = await db.dictionaryWord.create({ data: { teamId, siteId, word: "kombucha" } });
  await db.dictionaryWord.create({ data: { teamId, word: "everywhere" } });
  const [, , webhookId = ""] = await seedChannels(db, { teamId, siteId });
  const crawl = await db.crawl.create({ data: { siteId, reason: "requested", state: "queued", queuedAt: NOW } });
  const ids = { siteId, issueId: issue.id, crawlId: crawl.id, pageId: pageIds[0] ?? "", wordId: word.id, webhookId, userId };
  return { ...opened, ids };
}

/** Returns a request by which each operation does its work on these things. */
function requestOf(id: OperationId, ids: Ids): { params: Record<string, string>; query?: string; body?: object } {
  const names = Object.keys(API_OPERATIONS[id].params.shape);
  const params = Object.fromEntries(Object.entries(ids).filter(([name]) => names.includes(name)));
  switch (id) {
    case "decideIssues":
      return { params, body: { issueIds: [ids.issueId], decision: { action: "ignore" } } };
    case "checkPublished":
      return { params, body: { urls: ["/"] } };
    case "listWords":
      return { params, query: `?siteId=${ids.siteId}` };
    case "addWords":
      return { params, body: { siteId: ids.siteId, words: [{ word: "recieve" }] } };
    case "addWebhook":
      return { params, body: { name: "Tickets", url: "https://tickets.example/hook", siteIds: [ids.siteId] } };
    case "changeWebhook":
      return { params, body: { name: "Renamed" } };
    default:
      return { params };
  }
}

/** Everything of a Team that the API can change. */
async function everythingOf(teamId: string, siteId: string) {
  const { db } = api.database;
  return JSON.stringify(
    await Promise.all([
      db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" }, select: { id: true, state: true, assigneeId: true } }),
      db.crawl.findMany({ where: { siteId }, orderBy: { id: "asc" }, select: { id: true, state: true } }),
      db.dictionaryWord.findMany({ where: { teamId }, orderBy: { id: "asc" }, select: { word: true, withEndings: true } }),
      db.channel.findMany({
        where: { teamId },
        orderBy: { id: "asc" },
        select: { name: true, removedAt: true, stoppedBy: true },
      }),
    ]),
  );
}

describe("every operation", () => {
  it("is answered by the work of its contract", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual([...OPERATION_IDS].sort());
    for (const id of OPERATION_IDS) {
      const named = [...API_OPERATIONS[id].path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named, id).toEqual(Object.keys(API_OPERATIONS[id].params.shape));
    }
  });

  it("is refused without a token, and to an expired, deleted or powerless one", async () => {
    const team = await openIds();
    const expired = await api.addToken(team, { expiresAt: new Date(NOW.getTime() + 1000) });
    const before = await everythingOf(team.teamId, team.siteId);
    for (const id of OPERATION_IDS) {
      const sent = requestOf(id, team.ids);
      expect((await api.call(id, sent)).status, id).toBe(401);
      expect((await api.call(id, { ...sent, token: expired, now: new Date(NOW.getTime() + 1000) })).status, id).toBe(401);
    }
    const powerless = await Promise.all(
      ALL_SCOPES.map(
        async (scope) => [scope, await api.addToken(team, { scopes: ALL_SCOPES.filter((one) => one !== scope) })] as const,
      ),
    );
    const without = new Map<string, string>(powerless);
    for (const id of OPERATION_IDS) {
      const token = without.get(API_OPERATIONS[id].scope) ?? "";
      const { status, json } = await api.call(id, { ...requestOf(id, team.ids), token });
      expect([status, json.detail.includes(API_OPERATIONS[id].scope)], id).toEqual([403, true]);
    }
    expect(await everythingOf(team.teamId, team.siteId)).toBe(before);
  });

  it("neither shows nor changes anything of another team, or of a site that the token does not cover", async () => {
    const { db } = api.database;
    const mine = await openIds();
    const stranger = await api.openSite();
    const other = await seedSite(db, { ...mine, now: NOW, name: "Harbour Bakery" });
    const limited = await api.addToken(mine, { siteIds: [other.siteId] });
    const before = await everythingOf(mine.teamId, mine.siteId);
    for (const id of OPERATION_IDS) {
      for (const token of [stranger.token, limited]) {
        const { status, json } = await api.call(id, { ...requestOf(id, mine.ids), token });
        const text = JSON.stringify(json);
        for (const secret of [mine.siteId, mine.ids.issueId, mine.ids.wordId, mine.ids.webhookId, "Brightwell"])
          if (!(id === "listSites" && token === stranger.token && secret === "Brightwell"))
            expect(text.includes(secret), `${id} ${secret}`).toBe(false);
        const isOfAll = API_OPERATIONS[id].scope.startsWith("webhooks:") && token === limited;
        const isList = ["listSites", "listWebhooks"].includes(id);
        expect(status, id).toBe(isOfAll ? 403 : isList ? 200 : 404);
      }
    }
    expect(await everythingOf(mine.teamId, mine.siteId)).toBe(before);
    expect((await api.call("listSites", { token: limited })).json.data.map(({ id }: { id: string }) => id)).toEqual([
      other.siteId,
    ]);
    expect((await api.call("readSite", { token: limited, params: { siteId: other.siteId } })).status).toBe(200);
    const words = { siteId: null, words: [{ word: "mine" }] };
    expect((await api.call("addWords", { token: limited, body: words })).status).toBe(403);
    const shared = await db.dictionaryWord.findFirstOrThrow({ where: { teamId: mine.teamId, siteId: null } });
    expect((await api.call("removeWord", { token: limited, params: { wordId: shared.id } })).status).toBe(404);
  });

  it("does not know what is no id, and refuses what its contract does not have", async () => {
    const team = await openIds();
    const ids = Object.fromEntries(Object.keys(team.ids).map((name) => [name, "1' OR '1'='1"]));
    for (const id of OPERATION_IDS) {
      const sent = requestOf(id, team.ids);
      if (Object.keys(API_OPERATIONS[id].params.shape).length > 0)
        expect((await api.call(id, { ...sent, params: ids, token: team.token })).status, id).toBe(404);
      if (sent.body)
        expect((await api.call(id, { ...sent, body: { ...sent.body, force: true }, token: team.token })).status, id).toBe(400);
    }
  });
});

describe("issues", () => {
  it("are read with their pages and their history, and decided about", async () => {
    const { token, ids, email } = await openIds();
    const decide = (decision: object, issueIds = [ids.issueId]) =>
      api.call("decideIssues", { token, body: { issueIds, decision } });
    const read = async () => (await api.call("readIssue", { token, params: { issueId: ids.issueId } })).json;
    const before = await read();
    expect(before).toMatchObject({ id: ids.issueId, siteId: ids.siteId, text: "recieve", state: "open", assignee: null });
    expect(before.pages.length).toBeGreaterThan(0);

    const ignored = await decide({ action: "ignore" });
    expect(ignored.json).toMatchObject({ changed: 1, detail: "Ignored: 1 issue." });
    expect((await read()).state).toBe("ignored");
    expect((await decide({ action: "undo", decisionId: ignored.json.decisionId })).json.changed).toBe(1);
    expect((await read()).state).toBe("open");
    const { json: people } = await api.call("listAssignees", { token, params: { siteId: ids.siteId } });
    expect(people.data).toEqual([{ id: ids.userId, name: email }]);
    await decide({ action: "assign", personId: ids.userId });
    await decide({ action: "snooze", until: "2026-12-24" });
    const after = await read();
    expect(after).toMatchObject({ state: "snoozed", snoozedUntil: "2026-12-23T23:00:00.000Z", assignee: { id: ids.userId } });
    expect(after.events.map(({ kind }: { kind: string }) => kind).slice(-4)).toEqual([
      "ignored",
      "undone",
      "assigned",
      "snoozed",
    ]);
    expect(after.events.at(-1).by).toBe(email);
    await decide({ action: "wake" });
    await decide({ action: "mark-fixed" });
    expect((await read()).state).toBe("fixed");
    const activities = await api.database.db.activity.findMany({ where: { userId: ids.userId }, orderBy: { id: "asc" } });
    expect(activities.map(({ kind }) => kind)).toContain("issues_marked_fixed");
  });

  it("are decided about all or none, and only as the contract says", async () => {
    const { token, ids } = await openIds();
    const send = (body: object) => api.call("decideIssues", { token, body });
    const unknown = await send({ issueIds: [ids.issueId, randomUUID()], decision: { action: "ignore" } });
    expect(unknown.status).toBe(404);
    for (const decision of [{ action: "delete" }, { action: "snooze", until: "soon" }, { action: "assign" }, {}])
      expect((await send({ issueIds: [ids.issueId], decision })).status, JSON.stringify(decision)).toBe(400);
    expect((await send({ issueIds: [ids.issueId], decision: { action: "snooze", until: "2026-11-01" } })).status).toBe(400);
    const nobody = { action: "assign", personId: randomUUID() };
    expect((await send({ issueIds: [ids.issueId], decision: nobody })).status).toBe(404);
    expect((await send({ issueIds: [], decision: { action: "ignore" } })).json.errors).toHaveProperty("issueIds");
  });

  it("are not assigned to someone who does not see their site", async () => {
    const { db } = api.database;
    const { token, ids, teamId } = await openIds();
    const userId = randomUUID();
    await db.user.create({ data: { id: userId, name: "Carla", email: `${userId}@client.example`, emailVerified: true } });
    await db.member.create({ data: { teamId, userId, role: "editor", allSites: false, siteIds: [randomUUID()] } });
    const body = { issueIds: [ids.issueId], decision: { action: "assign", personId: userId } };
    expect((await api.call("decideIssues", { token, body })).status).toBe(403);
    const { json } = await api.call("listAssignees", { token, params: { siteId: ids.siteId } });
    expect(json.data.map(({ id }: { id: string }) => id)).toEqual([ids.userId]);
    await db.member.update({ where: { teamId_userId: { teamId, userId } }, data: { siteIds: [ids.siteId] } });
    expect((await api.call("decideIssues", { token, body })).json.changed).toBe(1);
  });
});

describe("crawls", () => {
  it("are listed newest first, page by page, with what was not checked", async () => {
    const { token, siteId, crawlIds } = await api.openSite();
    const first = await api.call("listCrawls", { token, params: { siteId }, query: "?limit=1" });
    const query = `?limit=1&cursor=${encodeURIComponent(first.json.nextCursor)}`;
    const second = await api.call("listCrawls", { token, params: { siteId }, query });
    expect([first.json.data[0].id, second.json.data[0].id]).toEqual([...crawlIds].reverse());
    expect(second.json.nextCursor).toBeNull();
    const { json } = await api.call("readCrawl", { token, params: { crawlId: crawlIds[1] } });
    expect(json).toMatchObject({ state: "finished", pagesFailed: 2, issuesFixed: 1, failure: null });
    expect(json.notChecked[0]).toMatchObject({ code: "page-limit", count: 12 });
  });

  it("are started once, and stopped once", async () => {
    const { token, siteId } = await api.openSite();
    const start = (headers = {}) => api.call("startCrawl", { token, params: { siteId }, headers });
    const started = await start({ "idempotency-key": "nightly" });
    expect([started.status, started.json.state, started.json.reason]).toEqual([202, "queued", "requested"]);
    expect((await start({ "idempotency-key": "nightly" })).json.id).toBe(started.json.id);
    expect((await start()).status).toBe(409);
    const stop = () => api.call("cancelCrawl", { token, params: { crawlId: started.json.id } });
    expect((await stop()).json).toMatchObject({ id: started.json.id, state: "cancelled" });
    expect((await stop()).status).toBe(409);
  });
});

describe("pages", () => {
  it("are listed with their states and reasons, and read with their issues", async () => {
    const { db } = api.database;
    const { token, siteId, pageIds, crawlIds } = await api.openSite();
    const [, failed = "", skipped = "", gone = "", sitemap = ""] = pageIds;
    const urlOf = async (id: string) => (await db.page.findUniqueOrThrow({ where: { id } })).url;
    const visits = [
      { id: failed, outcome: "failed", failureMessage: "It answered 503." },
      { id: skipped, outcome: "skipped", failureMessage: "robots.txt excludes it." },
    ];
    for (const { id, outcome, failureMessage } of visits) {
      const visit = { outcome, failureMessage, done: true, depth: 1, source: "link" };
      const crawlId_url = { crawlId: crawlIds[1], url: await urlOf(id) };
      await db.crawlPage.upsert({ where: { crawlId_url }, create: { ...crawlId_url, ...visit }, update: visit });
    }
    await db.page.updateMany({ where: { id: gone }, data: { gone: true, snapshotId: null, status: 404 } });
    await db.page.updateMany({ where: { id: sitemap }, data: { gone: true } });
    const list = async (query: string) => (await api.call("listPages", { token, params: { siteId }, query })).json.data;
    const all: { id: string; state: string; reason: string | null }[] = await list("?limit=100");
    const stateOf = new Map(all.map(({ id, state, reason }) => [id, [state, reason]]));
    expect(stateOf.get(failed)).toEqual(["unreadable", "It answered 503."]);
    expect(stateOf.get(skipped)).toEqual(["left-out", "robots.txt excludes it."]);
    expect(stateOf.get(gone)?.[0]).toBe("gone");
    expect(stateOf.has(sitemap)).toBe(false);
    expect((await list("?state=unreadable")).map(({ id }: { id: string }) => id)).toContain(failed);
    expect((await list("?state=gone")).map(({ id }: { id: string }) => id)).toEqual([gone]);

    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query: string = `?limit=10${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const { json } = await api.call("listPages", { token, params: { siteId }, query });
      seen.push(...json.data.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
    }
    expect(seen).toEqual(all.map(({ id }) => id));

    const { json } = await api.call("readPage", { token, params: { pageId: pageIds[0] ?? "" } });
    const sure = json.issues.filter(({ confidence }: { confidence: number }) => confidence >= 0.6);
    expect(json.openIssues).toBe(sure.length);
    expect(sure.length).toBeGreaterThan(0);
  });

  it("are checked, once at a time", async () => {
    const { token, pageIds } = await api.openSite();
    const check = () => api.call("checkPage", { token, params: { pageId: pageIds[0] ?? "" } });
    const [first, second] = [await check(), await check()];
    expect([first.status, second.json]).toEqual([202, first.json]);
    const crawl = await api.call("readCrawl", { token, params: { crawlId: first.json.crawlId } });
    expect(crawl.json).toMatchObject({ reason: "page", onlyUrls: ["https://example.com/"] });
  });
});

describe("words", () => {
  it("are added, listed and removed, and close and open issues", async () => {
    const { token, siteId, teamId } = await openIds();
    const body = { siteId, words: [{ word: " recieve " }, { word: "kombucha", withEndings: true }] };
    const added = await api.call("addWords", { token, body });
    expect(added.json).toEqual({ added: 2, known: 0, issuesClosed: 1 });
    const list = async (query: string) => (await api.call("listWords", { token, query })).json.data;
    const words: { id: string; word: string; withEndings: boolean }[] = await list(`?siteId=${siteId}`);
    expect(words.map(({ word, withEndings }) => [word, withEndings]).sort()).toEqual([
      ["kombucha", true],
      ["recieve", false],
    ]);
    expect((await list("")).map(({ word }: { word: string }) => word)).toEqual(["everywhere"]);
    const wordId = words.find(({ word }) => word === "recieve")?.id ?? "";
    expect((await api.call("removeWord", { token, params: { wordId } })).status).toBe(204);
    expect((await api.call("removeWord", { token, params: { wordId } })).status).toBe(404);
    const issue = await api.database.db.issue.findFirstOrThrow({ where: { siteId, text: "recieve" } });
    expect(issue.state).toBe("open");
    const kinds = (await api.database.db.activity.findMany({ where: { teamId } })).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["words_added", "words_removed"]));
  });

  it.each(["two words", "", "123", "x".repeat(81), "<b>"])("refuse “%s”", async (word) => {
    const { token, siteId } = await api.openSite();
    const { status } = await api.call("addWords", { token, body: { siteId, words: [{ word }] } });
    expect(status).toBe(400);
  });
});

describe("webhooks", () => {
  const URL = "https://tickets.example/hooks/flawless?key=very-secret";

  it("are added with a secret that is shown once, changed, paused and deleted", async () => {
    const { db } = api.database;
    const { token, teamId, siteId } = await api.openSite();
    const headers = { "idempotency-key": "setup" };
    const add = () => api.call("addWebhook", { token, body: { name: "Tickets", url: URL }, headers });
    const { status, json: added } = await add();
    expect([status, added.signingSecret.startsWith("whsec_"), added.siteIds, added.state]).toEqual([201, true, null, "on"]);
    expect((await add()).json).toEqual(added);
    expect(await db.channel.count({ where: { teamId } })).toBe(1);
    const stored = JSON.stringify(await Promise.all([db.channel.findMany({ where: { teamId } }), db.apiAnswer.findMany()]));
    expect(stored).not.toContain(added.signingSecret);
    expect(stored).not.toContain("very-secret");

    const params = { webhookId: added.id };
    const change = (body: object) => api.call("changeWebhook", { token, params, body });
    expect((await change({ name: "Tracker", siteIds: [siteId] })).json).toMatchObject({ name: "Tracker", siteIds: [siteId] });
    expect((await change({ isPaused: true })).json).toMatchObject({ name: "Tracker", siteIds: [siteId], state: "paused" });
    expect((await change({ isPaused: false, siteIds: null })).json).toMatchObject({ siteIds: null, state: "on" });
    expect((await change({ siteIds: [randomUUID()] })).status).toBe(404);
    const listed = await api.call("listWebhooks", { token });
    expect(JSON.stringify(listed.json)).not.toMatch(/whsec_|very-secret/);
    expect(listed.json.data.map(({ id }: { id: string }) => id)).toEqual([added.id]);
    expect((await api.call("removeWebhook", { token, params })).status).toBe(204);
    expect((await api.call("readWebhook", { token, params })).status).toBe(404);
    expect((await api.call("testWebhook", { token, params })).status).toBe(404);
  });

  it.each([
    "http://tickets.example/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://10.0.0.8/hook",
    "https://169.254.169.254/latest",
    "https://user:pass@tickets.example/",
    "ftp://tickets.example/",
    "tickets.example",
  ])("refuse the address %s", async (url) => {
    const { token } = await api.openTeam();
    const { status, json } = await api.call("addWebhook", { token, body: { name: "Tickets", url } });
    expect([status, Object.keys(json.errors)]).toEqual([400, ["url"]]);
  });

  it("show no channel of another kind, and are limited in number like all channels", async () => {
    const { db } = api.database;
    const { token, teamId, siteId } = await api.openSite();
    const [slackId = ""] = await seedChannels(db, { teamId, siteId });
    expect((await api.call("readWebhook", { token, params: { webhookId: slackId } })).status).toBe(404);
    const before = await db.channel.count({ where: { teamId } });
    const add = () => api.call("addWebhook", { token, body: { name: "Tickets", url: URL } });
    for (let count = before; count < 20; count += 1) expect((await add()).status).toBe(201);
    expect((await add()).status).toBe(409);
  });
});
