import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#prisma/client.ts";
import { createShareLink } from "#prisma/queries/sharing/create-share-link.ts";
import { endShareLink } from "#prisma/queries/sharing/end-share-link.ts";
import { findShareLinks } from "#prisma/queries/sharing/find-share-links.ts";
import { findSharedSite } from "#prisma/queries/sharing/find-shared-site.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

const NOW = new Date("2026-11-21T12:00:00Z");
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe("secret addresses", () => {
  let database: TestDatabase;
  let db: Database;
  let site: { teamId: string; siteId: string };
  let stranger: { teamId: string; siteId: string };

  beforeAll(async () => {
    database = await createTestDatabase();
    db = database.db;
    const add = async () => {
      const { teamId, siteId } = await addTestSite(db);
      return { teamId, siteId };
    };
    [site, stranger] = [await add(), await add()];
  });
  afterAll(() => database?.drop());

  const make = (change: Partial<Parameters<typeof createShareLink>[1]> = {}) =>
    createShareLink(db, { ...site, kind: "report", label: "Client", expiresAt: later(30), now: NOW, ...change });
  const find = (token: string, now = NOW, kind: "report" | "badge" | "feed" = "report") =>
    findSharedSite(db, { token, kind, now });

  it("show their site until they expire", async () => {
    const { token, id } = await make();
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
    expect(await find(token)).toMatchObject({ ...site, linkId: id, siteName: "Harbour Bakery" });
    expect(await find(token, new Date(later(30).getTime() - 1))).not.toBeNull();
    expect(await find(token, later(30))).toBeNull();
  });

  it("are valid for what they were made for only", async () => {
    for (const kind of ["report", "badge", "feed"] as const) {
      const { token } = await make({ kind, expiresAt: null });
      for (const other of ["report", "badge", "feed"] as const)
        expect((await find(token, later(1_000), other)) !== null, `${kind} as ${other}`).toBe(kind === other);
    }
  });

  it("are not found by any other text", async () => {
    for (const text of ["", "x", "a".repeat(43), "a".repeat(100_000), "%00", "\0", "' OR true --"])
      expect(await find(text), text.slice(0, 20)).toBeNull();
  });

  it("are stored as hashes only, and listed without them", async () => {
    const { token } = await make();
    const rows = await db.shareLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(await findShareLinks(db, site))).not.toMatch(/tokenHash/);
  });

  it("end at once, and for their own team only", async () => {
    const { token, id } = await make();
    const attacks = [
      { ...stranger, linkId: id },
      { ...site, teamId: stranger.teamId, linkId: id },
      { ...site, siteId: stranger.siteId, linkId: id },
    ];
    for (const attack of attacks) await expect(endShareLink(db, attack)).rejects.toMatchObject({ code: "not-found" });
    expect(await find(token)).not.toBeNull();
    await endShareLink(db, { ...site, linkId: id });
    expect(await find(token)).toBeNull();
    await expect(endShareLink(db, { ...site, linkId: id })).rejects.toMatchObject({ code: "not-found" });
  });

  it("are made and listed by the site's own team only", async () => {
    await expect(make({ teamId: stranger.teamId })).rejects.toMatchObject({ code: "not-found" });
    expect(await findShareLinks(db, { ...site, teamId: stranger.teamId })).toEqual([]);
  });

  it("are a limited number that count, and expired ones are forgotten in time", async () => {
    await db.shareLink.deleteMany();
    for (let made = 0; made < 5; made += 1) await make({ kind: "badge", expiresAt: null });
    await expect(make({ kind: "badge", expiresAt: null })).rejects.toMatchObject({ code: "conflict" });
    await make({ expiresAt: later(7) });
    await make({ expiresAt: later(90), now: later(30) });
    expect((await findShareLinks(db, site)).filter(({ kind }) => kind === "report")).toHaveLength(2);
    await make({ expiresAt: later(90), now: later(38) });
    expect((await findShareLinks(db, site)).filter(({ expiresAt }) => expiresAt?.getTime() === later(7).getTime())).toEqual([]);
  });
});
