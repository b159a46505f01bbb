import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weighIssues } from "#prisma/queries/issues/recording/weigh-issues.ts";
import { type CrawlDesk, openCrawlDesk } from "#test/prisma/queries/crawl-desk.ts";
import { BLOCK_KINDS } from "#worker/core/page/block.ts";

const MIGRATION = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "..",
  "..",
  "prisma",
  "migrations",
  "20261129170000_issue_list",
  "migration.sql",
);
const SELECTORS = ["main > p", "body > header > a", "#site-nav > li", "body > footer:nth-of-type(2) > p", "aside > p"];

let desk: CrawlDesk;
beforeAll(async () => {
  desk = await openCrawlDesk();
});
afterAll(() => desk.close());

const weights = (siteId: string) =>
  desk.db.issue.findMany({
    where: { siteId },
    orderBy: { text: "asc" },
    select: { text: true, weight: true, pageCount: true, firstUrl: true, sections: true },
  });

describe("weighIssues", () => {
  it("is right after each crawl, whatever comes, goes or moves", async () => {
    const { siteId } = await desk.addSite();
    await desk.crawl(siteId, { "/": ["recieve"], "/blog/a": ["recieve", "occured"] });
    const [occured, recieve] = await weights(siteId);
    expect(recieve).toMatchObject({ pageCount: 2, firstUrl: "https://bakery.example/", sections: ["", "blog"] });
    expect(occured).toMatchObject({ pageCount: 1, firstUrl: "https://bakery.example/blog/a", sections: ["blog"] });
    expect(recieve?.weight).toBeGreaterThan(occured?.weight ?? 0);
    await desk.crawl(siteId, { "/": [], "/blog/a": ["recieve", "occured"], "/shop/b": ["occured"] });
    const [more, fewer] = await weights(siteId);
    expect(more).toMatchObject({ pageCount: 2, sections: ["blog", "shop"] });
    expect(fewer).toMatchObject({ pageCount: 1, firstUrl: "https://bakery.example/blog/a" });
    expect(more?.weight).toBeGreaterThan(fewer?.weight ?? 0);
  });

  it("gives existing rows the same values as the migration, for every kind and part of a page", async () => {
    const { siteId } = await desk.addSite();
    const { db } = desk;
    const now = new Date();
    const pages = await db.page.createManyAndReturn({
      data: Array.from({ length: 25 }, (_, at) => ({ siteId, url: `https://bakery.example/s${at}/?q#h`, depth: at % 2 })),
    });
    const wordings = {
      check: "spelling",
      rule: "spelling/unknown-word",
      severity: "error",
      message: "",
      excerpt: "",
      suggestions: [],
    };
    for (const [index, kind] of [...BLOCK_KINDS, null].entries()) {
      const hash = kind === null ? null : `hash of ${kind}`;
      if (kind !== null && hash !== null) await db.block.create({ data: { siteId, hash, kind, text: kind, firstCrawlId: "" } });
      for (const [at, selector] of SELECTORS.entries()) {
        const text = `${index} ${at}`;
        const wanted = pages.slice(0, 1 + ((index * 7 + at * 5) % pages.length));
        const occurrences = wanted.map(({ id }) => ({ pageId: id, selector, blockHash: hash, excerpt: "" }));
        await db.issue.create({
          data: {
            ...wordings,
            siteId,
            fingerprint: text,
            text,
            subject: text,
            confidence: 0.1 + index * 0.04,
            state: "open",
            openedAt: now,
            occurrences: { create: occurrences },
          },
        });
      }
    }
    const fill = (await readFile(MIGRATION, "utf8")).split(";").find((statement) => statement.includes("WITH placed AS"));
    await db.$executeRawUnsafe(fill ?? "");
    const migrated = await weights(siteId);
    await db.issue.updateMany({ where: { siteId }, data: { weight: 0, pageCount: 0, firstUrl: "", sections: [] } });
    const all = await db.issue.findMany({ where: { siteId }, select: { id: true } });
    await weighIssues(
      db,
      all.map(({ id }) => id),
    );
    const weighed = await weights(siteId);
    expect(weighed.map(({ weight }) => weight > 0)).not.toContain(false);
    for (const [at, row] of weighed.entries()) {
      expect({ ...migrated[at], weight: 0 }).toEqual({ ...row, weight: 0 });
      expect(migrated[at]?.weight).toBeCloseTo(row.weight, 3);
    }
    expect(weighed.some(({ sections }) => sections[0] === "*")).toBe(true);
  });
});
