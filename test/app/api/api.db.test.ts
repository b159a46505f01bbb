import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeApiToken } from "#prisma/queries/api/api-tokens.ts";
import { findApiTokens } from "#prisma/queries/api/find-api-tokens.ts";
import { WIND_DOWN_ID } from "#prisma/queries/winding-down/find-wind-down.ts";
import { hashToken } from "#prisma/secret-token.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";
import { SERVICE_OPEN } from "#worker/core/winding-down/wind-down.ts";
import { ALL_SCOPES, type ApiFixture, apiDocument, expectShape, NOW, openApi } from "./api-fixture.ts";

let api: ApiFixture;
beforeAll(async () => {
  api = await openApi();
});
afterAll(async () => {
  await api.stop();
});

describe("the API's OpenAPI document", () => {
  it("refers to what it defines only, and uses each right of a token", () => {
    const names = [...JSON.stringify(apiDocument).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(Object.keys(apiDocument.components.schemas).sort());
    const rights = Object.values(apiDocument.paths).flatMap((path) =>
      Object.values(path).flatMap(({ security }) => security[0]?.token ?? []),
    );
    expect([...new Set(rights)].sort()).toEqual([...ALL_SCOPES].sort());
  });

  it("refuses an answer that has a field too many or too few", () => {
    const site = {
      id: randomUUID(),
      name: "a",
      startUrl: "a",
      isPaused: false,
      nextCrawlAt: NOW.toISOString(),
      openIssues: 1,
      reportUrl: "a",
    };
    expectShape("SiteList", { data: [site], nextCursor: null });
    expect(() => expectShape("SiteList", { data: [{ ...site, teamId: "t" }], nextCursor: null })).toThrow();
    expect(() => expectShape("SiteList", { data: [] })).toThrow();
  });
});

describe("a token of the API", () => {
  it("is stored as a hash, shown by its end, and begins with flw_", async () => {
    const { token, teamId } = await api.openTeam();
    expect(token).toMatch(/^flw_[\w-]{43}$/);
    const stored = await api.database.db.apiToken.findFirstOrThrow({ where: { teamId } });
    expect(stored.tokenHash).toBe(hashToken(token));
    expect(JSON.stringify(stored)).not.toContain(token.slice(4, -4));
    expect(await findApiTokens(api.database.db, { teamId })).toMatchObject([
      { shownEnd: token.slice(-4), lastUsedAt: null, isOff: false },
    ]);
    await api.call("listSites", { token });
    expect(await findApiTokens(api.database.db, { teamId })).toMatchObject([{ lastUsedAt: NOW }]);
  });

  it.each([undefined, "", "flw_wrong", "x".repeat(10_000)])("is needed: %s is refused", async (token) => {
    const { status, headers, json } = await api.call("listSites", { token });
    expect([status, headers.get("www-authenticate"), headers.get("content-type")]).toEqual([
      401,
      "Bearer",
      "application/problem+json",
    ]);
    expectShape("Problem", json);
  });

  it("is refused when it was deleted, or its creator does not own the team any more", async () => {
    const [one, other] = [await api.openTeam(), await api.openTeam()];
    const [stored] = await findApiTokens(api.database.db, one);
    const wanted = { tokenId: stored?.id ?? "" };
    await expect(removeApiToken(api.database.db, { ...wanted, teamId: other.teamId })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await api.call("listSites", one)).status).toBe(200);
    await removeApiToken(api.database.db, { ...wanted, teamId: one.teamId });
    expect((await api.call("listSites", one)).status).toBe(401);
    await api.database.db.member.updateMany({ where: { teamId: other.teamId }, data: { role: "editor" } });
    expect((await api.call("listSites", other)).status).toBe(401);
    expect(await findApiTokens(api.database.db, other)).toMatchObject([{ isOff: true }]);
  });

  it("works for the teams that have the API while it is switched off", async () => {
    const [one, other] = [await api.openTeam(), await api.openTeam()];
    const { db } = api.database;
    await db.switch.create({ data: { name: "api", isOn: false, teamIds: [one.teamId], changedAt: new Date() } });
    expect((await api.call("listSites", one)).status).toBe(200);
    const { status, json } = await api.call("listSites", other);
    expect(status).toBe(403);
    expectShape("Problem", json);
    await db.switch.delete({ where: { name: "api" } });
    expect((await api.call("listSites", other)).status).toBe(200);
  });

  it("reads and changes nothing after the end of the service", async () => {
    const one = await api.openTeam();
    const { db } = api.database;
    const state = { ...SERVICE_OPEN, stage: "ended", endsAt: NOW, endedAt: NOW } as const;
    await db.windDown.create({ data: { id: WIND_DOWN_ID, ...state } });
    expect((await api.call("listSites", one)).status).toBe(200);
    const { status, json } = await api.call("addWords", { ...one, body: { siteId: null, words: [{ word: "flawless" }] } });
    expect(status).toBe(409);
    expectShape("Problem", json);
    expect(json.detail).toContain("Flawless closed on 29 November 2026, so you can no longer change anything.");
    expect(await db.dictionaryWord.count({ where: { teamId: one.teamId } })).toBe(0);
    await db.windDown.deleteMany();
  });

  it("has 120 requests a minute, and says how many are left", async () => {
    const { token } = await api.openTeam();
    const first = await api.call("listSites", { token });
    expect(first.headers.get("ratelimit-policy")).toBe('"default";q=120;w=60');
    expect(first.headers.get("ratelimit")).toBe('"default";r=119;t=60');
    await api.database.db.rateLimit.updateMany({ where: { key: { startsWith: "api:" } }, data: { count: 120 } });
    const later = await api.call("listSites", { token, now: new Date(NOW.getTime() + 20_000) });
    expect([later.status, later.headers.get("retry-after"), later.headers.get("ratelimit")]).toEqual([
      429,
      "40",
      '"default";r=0;t=40',
    ]);
    expectShape("Problem", later.json);
    expect((await api.call("listSites", { token, now: new Date(NOW.getTime() + 60_000) })).status).toBe(200);
  });
});

describe("GET /sites", () => {
  it("lists the team's sites only, page by page, each once", async () => {
    const { token, teamId } = await api.openTeam();
    await addTestSite(api.database.db);
    const ids = [];
    for (let count = 0; count < 5; count += 1) {
      const { siteId } = await addTestSite(api.database.db);
      await api.database.db.site.update({ where: { id: siteId }, data: { teamId } });
      ids.push(siteId);
    }
    const seen: string[] = [];
    let cursor: string | null = "";
    for (let page = 0; cursor !== null; page += 1) {
      const { status, json } = await api.call("listSites", {
        token,
        query: `?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
      });
      expect(status).toBe(200);
      expectShape("SiteList", json);
      seen.push(...json.data.map(({ id }: { id: string }) => id));
      cursor = json.nextCursor;
      expect(page).toBeLessThan(3);
    }
    expect(seen).toEqual(ids.sort());
  });

  it.each([
    "?limit=0",
    "?limit=101",
    "?limit=x",
    "?cursor=",
    "?cursor=x%00",
    `?cursor=${"a".repeat(400)}`,
    "?cursor=bm90IGFuIGlk",
  ])("refuses %s with the name of the field", async (query) => {
    const { status, json } = await api.call("listSites", { ...(await api.openTeam()), query });
    expect([status, Object.keys(json.errors)]).toEqual([400, [query.slice(1).split("=")[0]]]);
    expectShape("Problem", json);
  });
});

describe("GET /sites/{siteId}/issues", () => {
  it("lists the issues of a site, filtered and page by page", async () => {
    const { token, siteId } = await api.openSite();
    const all = await api.database.db.issue.findMany({ where: { siteId }, orderBy: { id: "asc" } });
    const first = await api.call("listIssues", { params: { siteId }, token, query: "?limit=3" });
    expectShape("IssueList", first.json);
    const rest = await api.call("listIssues", {
      params: { siteId },
      token,
      query: `?limit=100&cursor=${encodeURIComponent(first.json.nextCursor)}`,
    });
    expectShape("IssueList", rest.json);
    expect([...first.json.data, ...rest.json.data].map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(rest.json.nextCursor).toBeNull();
    const links = await api.call("listIssues", { params: { siteId }, token, query: "?state=open&check=links" });
    const expected = all.filter(({ state, check }) => state === "open" && check === "links");
    expect(expected.length).toBeGreaterThan(0);
    expect(links.json.data.map(({ id }: { id: string }) => id)).toEqual(expected.map(({ id }) => id));
    const { json } = await api.call("listSites", { token });
    const open = all.filter(({ state, confidence }) => (state === "open" || state === "reopened") && confidence >= 0.6);
    expect(json.data).toMatchObject([{ id: siteId, openIssues: open.length }]);
  });

  it("does not know a site of another team, or what is no id", async () => {
    const [mine, other] = [await api.openSite(), await api.openTeam()];
    for (const siteId of [mine.siteId, randomUUID(), "1 OR 1=1"]) {
      const { status, json } = await api.call("listIssues", { params: { siteId }, token: other.token });
      expect(status).toBe(404);
      expectShape("Problem", json);
    }
    expect(
      (await api.call("listIssues", { params: { siteId: mine.siteId }, token: mine.token, query: "?state=closed" })).json
        .errors,
    ).toHaveProperty("state");
  });
});

describe("POST /sites/{siteId}/published", () => {
  const checksOf = (siteId: string) => api.database.db.crawl.count({ where: { siteId, reason: "page" } });

  it("queues a check of each page, and says why an address was refused", async () => {
    const { token, siteId } = await api.openSite();
    const urls = ["https://example.com/", "/menu", "https://elsewhere.example/", "/menu"];
    const { status, json } = await api.call("checkPublished", { params: { siteId }, token, body: JSON.stringify({ urls }) });
    expect(status).toBe(202);
    expectShape("PublishedAnswer", json);
    expect(json.data.map((each: { url: string; status: string }) => [each.url, each.status])).toEqual([
      ["https://example.com/", "queued"],
      ["/menu", "queued"],
      ["https://elsewhere.example/", "refused"],
    ]);
    expect(await checksOf(siteId)).toBe(2);
    const crawl = await api.database.db.crawl.findUniqueOrThrow({ where: { id: json.data[0].crawlId } });
    expect(crawl).toMatchObject({ siteId, reason: "page", onlyUrls: ["https://example.com/"] });
  });

  it("does the work of an Idempotency-Key once, also of repetitions at the same time", async () => {
    const { token, siteId } = await api.openSite();
    const send = (body: object, key = "deploy-1", now = NOW) =>
      api.call("checkPublished", {
        params: { siteId },
        token,
        body: JSON.stringify(body),
        headers: { "idempotency-key": key },
        now,
      });
    const first = await send({ urls: ["/a"] });
    await api.database.db.crawl.updateMany({ where: { siteId, reason: "page" }, data: { state: "finished" } });
    const again = await send({ urls: ["/a"] });
    expect([again.status, again.json]).toEqual([202, first.json]);
    expect(again.headers.get("ratelimit")).toBe('"default";r=118;t=60');
    expect(await checksOf(siteId)).toBe(1);
    const other = await send({ urls: ["/b"] });
    expect(other.status).toBe(422);
    expectShape("Problem", other.json);
    const both = await Promise.all([send({ urls: ["/c"] }, "deploy-2"), send({ urls: ["/c"] }, "deploy-2")]);
    expect(both.map(({ status }) => status).every((status) => status === 202 || status === 409)).toBe(true);
    expect(await checksOf(siteId)).toBe(2);
    await send({ urls: ["/d"] }, "deploy-1", new Date(NOW.getTime() + 86_400_001));
    expect(await checksOf(siteId)).toBe(3);
  });

  it("gives the key back when the request fails", async () => {
    const { token, siteId } = await api.openSite();
    const send = () =>
      api.call("checkPublished", { params: { siteId }, token, body: '{"urls":["/a"]}', headers: { "idempotency-key": "k" } });
    await api.database.db.site.update({ where: { id: siteId }, data: { pausedBy: "owner" } });
    expect((await send()).status).toBe(409);
    await api.database.db.site.update({ where: { id: siteId }, data: { pausedBy: null } });
    expect((await send()).status).toBe(202);
  });

  it.each([
    ["not JSON", 400, "{", {}],
    ["JSON that is nested too deeply", 400, `{"urls":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, {}],
    ["another type", 415, '{"urls":["/"]}', { "content-type": "text/plain" }],
    ["no address", 400, '{"urls":[]}', {}],
    ["too many addresses", 400, JSON.stringify({ urls: Array.from({ length: 21 }, () => "/") }), {}],
    ["a field too many", 400, '{"urls":["/"],"force":true}', {}],
    ["a key with a space", 400, '{"urls":["/"]}', { "idempotency-key": "a b" }],
    ["too much", 413, JSON.stringify({ urls: ["x".repeat(70_000)] }), {}],
  ])("refuses %s with %i", async (_what, expected, body, headers) => {
    const { token, siteId } = await api.openSite();
    const { status, json } = await api.call("checkPublished", { params: { siteId }, token, body, headers });
    expect(status).toBe(expected);
    expectShape("Problem", json);
    expect(await checksOf(siteId)).toBe(0);
  });

  it("does not know a site of another team", async () => {
    const [mine, other] = [await api.openSite(), await api.openTeam()];
    expect(
      (await api.call("checkPublished", { params: { siteId: mine.siteId }, token: other.token, body: '{"urls":["/"]}' }))
        .status,
    ).toBe(404);
    expect(await checksOf(mine.siteId)).toBe(0);
  });
});
