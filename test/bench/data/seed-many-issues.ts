import type { Database } from "#prisma/client.ts";

export type ManyIssues = { teamId: string; largestSiteId: string; pageId: string };

const SITES = 20;

/**
 * Creates a team of 20 sites with this many issues, half of them on the first, and a second team with a quarter as many. An issue is on
 * one to three pages of some sections; one of a hundred is on 20. The rows are written by
 * SQL, with the columns that the list needs.
 */
export async function seedManyIssues(db: Database, issues: number): Promise<ManyIssues> {
  const indexes = await db.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexname AS "name", indexdef AS "definition" FROM pg_indexes WHERE indexname IN ('Issue_search_idx', 'Page_search_idx', 'Issue_list_idx')`;
  // Built once at the end, which takes a fraction of the time.
  for (const { name } of indexes) await db.$executeRawUnsafe(`DROP INDEX "${name}"`);
  for (const [team, share] of [
    ["main", 1],
    ["other", 0.25],
  ] as const) {
    await db.$executeRaw`INSERT INTO "Team" ("id", "name", "plan") VALUES (${team}, ${team}, 'agency')`;
    await seedTeam(db, team, Math.round(issues * share));
  }
  for (const { definition } of indexes) await db.$executeRawUnsafe(definition);
  await db.$executeRawUnsafe("VACUUM ANALYZE");
  const page = await db.page.findFirstOrThrow({ where: { siteId: "main-0" }, orderBy: { id: "asc" } });
  return { teamId: "main", largestSiteId: "main-0", pageId: page.id };
}

async function seedTeam(db: Database, team: string, issues: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Site" ("id", "teamId", "name", "startUrl", "crawlMinute", "pageLimit", "nextCrawlAt")
    SELECT ${team} || '-' || n, ${team}, 'Site ' || n, 'https://site' || n || '.example/', 1, 10000, now() FROM generate_series(0, ${SITES - 1}) AS n`;
  await db.$executeRaw`
    INSERT INTO "Crawl" ("id", "siteId", "reason", "state", "queuedAt", "startedAt", "finishedAt")
    SELECT site."id" || reason, site."id", reason::"CrawlReason", 'finished', now() - ago, now() - ago, now() - ago
    FROM "Site" AS site, (VALUES ('first', interval '60 days'), ('scheduled', interval '1 day')) AS crawl(reason, ago)
    WHERE site."teamId" = ${team}`;
  await db.$executeRaw`
    INSERT INTO "Page" ("id", "siteId", "url", "title", "depth")
    SELECT gen_random_uuid()::text, site."id", site."startUrl" || (ARRAY['blog', 'shop', 'help', 'news', 'about', 'team'])[1 + (n % 6)] || '/'
      || 'page-' || n || '/' || left(md5(n::text), 12), 'Page ' || n, 1 + n % 4
    FROM "Site" AS site, generate_series(1, CASE WHEN site."id" LIKE '%-0' THEN 5000 ELSE 500 END) AS n WHERE site."teamId" = ${team}`;
  await db.$executeRaw`
    INSERT INTO "Issue" ("id", "siteId", "fingerprint", "check", "rule", "severity", "confidence", "message", "text", "subject", "suggestions",
      "excerpt", "state", "openedAt", "fixedAt", "updatedAt", "pageCount", "weight", "sections", "firstUrl")
    SELECT gen_random_uuid()::text, ${team} || '-' || CASE WHEN n % 2 = 0 THEN 0 ELSE 1 + (n / 2) % ${SITES - 1} END, 'f' || n, kind,
      kind || '/rule-' || (n * 7 % 40), 'error', 0.3 + (n * 37 % 70) / 100.0,
      'The word here is not one that we know of, so it is perhaps a slip: number ' || n || '.', word, word, ARRAY['a correction'],
      'Some words of a sentence before it, then ' || word || ' and then some more of the ' || left(md5((n * 3)::text), 8) || ' sentence.',
      (ARRAY['open', 'open', 'open', 'open', 'open', 'open', 'reopened', 'ignored', 'fixed', 'unconfirmed'])[1 + (n / 10) % 10]::"IssueState",
      now() - make_interval(hours => n % 1400), CASE WHEN (n / 10) % 10 = 8 THEN now() END, now(), pages,
      round(((0.3 + (n * 37 % 70) / 100.0) * (1 + log(pages) / 2))::numeric, 4),
      (ARRAY['blog', 'shop', 'help', 'news', 'about', 'team'])[1 + n % 6 : 1 + n % 6 + n % 2], 'https://site.example/page-' || n % 5000
    FROM (
      SELECT n, left(md5((n % 30000)::text), 9) AS word, CASE WHEN n % 100 = 0 THEN 20 ELSE 1 + n % 3 END AS pages,
        (ARRAY['spelling', 'spelling', 'spelling', 'grammar', 'grammar', 'links', 'links', 'style', 'content', 'spelling'])[1 + n % 10] AS kind
      FROM generate_series(1, ${issues}) AS n) AS numbered`;
  await db.$executeRawUnsafe("ANALYZE");
  // Pages are numbered in order of their address within each site, so that a join by number can hash.
  await db.$executeRaw`
    INSERT INTO "Occurrence" ("id", "issueId", "pageId", "selector", "excerpt")
    WITH page AS MATERIALIZED (
      SELECT "id", "siteId", row_number() OVER (PARTITION BY "siteId" ORDER BY "id") AS m FROM "Page" WHERE "siteId" LIKE ${`${team}-%`}
    ), issue AS MATERIALIZED (
      SELECT "id", "siteId", "excerpt", row_number() OVER () AS n, CASE WHEN "siteId" LIKE '%-0' THEN 5000 ELSE 500 END AS pages
      FROM "Issue" WHERE "siteId" LIKE ${`${team}-%`}
    ), wanted AS MATERIALIZED (
      SELECT issue."id", issue."siteId", issue."excerpt", 1 + (issue.n * 13 + at * 7) % issue.pages AS m
      FROM issue CROSS JOIN LATERAL generate_series(1, CASE WHEN issue.n % 100 = 0 THEN 20 ELSE 1 + issue.n % 3 END) AS at
    )
    SELECT gen_random_uuid()::text, wanted."id", page."id", 'main > p', wanted."excerpt"
    FROM wanted JOIN page ON page."siteId" = wanted."siteId" AND page.m = wanted.m`;
}
