import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPlaces } from "#prisma/queries/issues/find-places.ts";
import { weighIssues } from "#prisma/queries/issues/recording/weigh-issues.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { addTestSite } from "#test/support/seed/add-test-site.ts";

let database: TestDatabase;
let siteId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ siteId } = await addTestSite(database.db));
});
afterAll(() => database.drop());

/** Adds an Issue whose sentences are on these pages, in this order. */
async function addIssue(name: string, sentences: readonly { url: string; excerpt: string }[]): Promise<string> {
  const { db } = database;
  const urls = [...new Set(sentences.map(({ url }) => url))];
  await db.page.createMany({ data: urls.map((url) => ({ siteId, url, title: `Title of ${url}` })), skipDuplicates: true });
  const pages = await db.page.findMany({ where: { siteId, url: { in: urls } }, select: { id: true, url: true } });
  const idOf = new Map(pages.map(({ id, url }) => [url, id]));
  const wording = {
    check: "spelling",
    rule: "spelling/unknown-word",
    severity: "error",
    confidence: 0.9,
    message: "",
    excerpt: "",
  };
  const { id } = await db.issue.create({
    data: {
      siteId,
      fingerprint: name,
      ...wording,
      text: name,
      subject: name,
      suggestions: [],
      state: "open",
      openedAt: new Date(),
    },
  });
  await db.occurrence.createMany({
    data: sentences.map(({ url, excerpt }, at) => ({
      ...{ id: `${name} ${String(at).padStart(5, "0")}`, issueId: id, pageId: idOf.get(url) ?? "", selector: "p", excerpt },
    })),
  });
  return id;
}

describe("findPlaces", () => {
  it("returns the first sentence of each page, the shortest address first, and the number of pages", async () => {
    const [few, other] = [
      await addIssue("few", [
        { url: "https://a.example/long", excerpt: "One." },
        { url: "https://a.example/", excerpt: "Two." },
        { url: "https://a.example/", excerpt: "Three." },
      ]),
      await addIssue("other", [{ url: "https://a.example/", excerpt: "Four." }]),
    ];
    const found = await findPlaces(database.db, [few, other]);
    const shown = (id: string) => found.get(id)?.places.map(({ url, excerpt }) => `${url} ${excerpt}`);
    expect(shown(few)).toEqual(["https://a.example/ Two.", "https://a.example/long One."]);
    expect(found.get(few)?.pageCount).toBe(2);
    expect(shown(other)).toEqual(["https://a.example/ Four."]);
  });

  it("counts all pages of an issue with more places than it reads, and begins with its first page", async () => {
    const pages = Array.from({ length: 600 }, (_, at) => ({ url: `https://b.example/page-${at + 1_000}`, excerpt: "Here." }));
    const many = await addIssue("many", [...pages, { url: "https://b.example/z", excerpt: "First." }]);
    await weighIssues(database.db, [many]);
    const found = (await findPlaces(database.db, [many])).get(many);
    expect(found?.pageCount).toBe(601);
    expect(found?.places).toHaveLength(8);
    expect(found?.places[0]).toMatchObject({
      url: "https://b.example/z",
      excerpt: "First.",
      title: "Title of https://b.example/z",
    });
  });

  it("finds nothing for an issue without places, and for none", async () => {
    const none = await addIssue("none", []);
    expect(await findPlaces(database.db, [none])).toEqual(new Map());
    expect(await findPlaces(database.db, [])).toEqual(new Map());
  });
});
