import { runSql } from "#test/support/servers/postgres-server.ts";
import { FLEET_NOW } from "./fleet-shape.ts";

/** A Site with everything that a Crawl stores, so that its end can be recorded. */
export type DeepSite = { id: string; pages: number };

export const DEEP_TEAM = "deep";
export const DEEP_SITES: readonly DeepSite[] = [80, 300, 2_000, 10_000].map((pages) => ({ id: `deep-${pages}`, pages }));
const NOW = `timestamp '${FLEET_NOW.toISOString().slice(0, 19)}'`;
const FINDING = (
  word: string,
) => `jsonb_build_array(jsonb_build_object('check', 'spelling', 'rule', 'spelling/unknown-word', 'severity', 'error',
  'confidence', 0.9, 'message', 'The word ' || ${word} || ' is not in our dictionaries.', 'text', ${word}, 'suggestions', jsonb_build_array('suggestion'),
  'excerpt', 'Then comes ' || ${word} || ' in a sentence.', 'subject', ${word}, 'range', jsonb_build_object('start', 11, 'end', 20)))`;
/** A word of nine letters, which differs for each number. */
const WORD = (number: string) => `translate(left(md5((${number})::text), 9), '0123456789', 'ghijklmnop')`;

/**
 * Adds a Team of four Sites, with the Blocks, links and Snapshots of each page and without Issues: 20 texts and 40 links are on all pages, 25
 * texts and 20 links on one. Does nothing if it is there.
 */
export async function fillDeepTeam(adminUrl: string): Promise<void> {
  if ((await runSql(adminUrl, `SELECT 1 FROM "Team" WHERE "id" = '${DEEP_TEAM}'`)).length > 0) return;
  const team = `INSERT INTO "Team" ("id", "name", "plan") VALUES ('${DEEP_TEAM}', 'Deep', 'agency');
    INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('deep', 'Deep', 'deep@people.example', now());
    INSERT INTO "Member" ("teamId", "userId", "role") VALUES ('${DEEP_TEAM}', 'deep', 'owner')`;
  await runSql(adminUrl, [team, ...DEEP_SITES.flatMap(rowsOf)].join(";"));
  await runSql(adminUrl, 'VACUUM ANALYZE "Site", "Crawl", "CrawlPage", "Page", "Snapshot", "Block", "LinkTarget"');
}

function rowsOf({ id, pages }: DeepSite): string[] {
  const url = (p: string) =>
    `'https://${id}.example/' || (ARRAY['blog','shop','help','news'])[1 + ${p} % 4] || '/page-' || ${p}`;
  const block = (hash: string) =>
    `jsonb_build_object('hash', ${hash}, 'kind', 'paragraph', 'selector', 'body > main > article > p:nth-of-type(' || n || ')')`;
  return [
    `INSERT INTO "Site" ("id", "teamId", "name", "startUrl", "crawlMinute", "pageLimit", "nextCrawlAt", "createdAt")
      VALUES ('${id}', '${DEEP_TEAM}', '${id}', 'https://${id}.example/', 1, 20000, ${NOW} + interval '1 day', ${NOW} - interval '1 year');
    INSERT INTO "Recipient" ("id", "siteId", "email", "confirmedAt", "token")
      SELECT '${id}-' || n, '${id}', 'person' || n || '@deep.example', ${NOW}, '${id} ' || n FROM generate_series(1, 10) AS n;
    INSERT INTO "Crawl" ("id", "siteId", "reason", "state", "queuedAt", "startedAt", "attempts")
      VALUES ('${id}-first', '${id}', 'first', 'running', ${NOW} - interval '40 days', ${NOW} - interval '40 days', 1);
    INSERT INTO "Page" ("id", "siteId", "url", "title", "status", "rendered", "depth", "checksVersion", "lastVisitedAt")
      SELECT '${id}-page-' || p, '${id}', ${url("p")}, 'The title of page ' || p, 200, 'http', 1 + p % 4, 'checks-1', ${NOW} FROM generate_series(0, ${pages - 1}) AS p;
    INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source", "done", "outcome", "status", "rendered", "ms")
      SELECT '${id}-first', "url", "depth", 'link', true, 'new', 200, 'http', 50 FROM "Page" WHERE "siteId" = '${id}'`,
    // Half of what is on all pages, and one of the 25 texts of each page, has a mistake. Every tenth page has that of another page.
    `INSERT INTO "Block" ("siteId", "hash", "kind", "lang", "text", "firstCrawlId", "checksVersion", "language", "findings")
      SELECT '${id}', md5('${id} all ' || n), 'paragraph', 'en', 'Then comes ' || ${WORD("n")} || ' in a sentence of the footer, which is on all pages.', '${id}-first', 'checks-1', 'en-US',
        CASE WHEN n % 2 = 0 THEN ${FINDING(WORD("n"))} ELSE '[]' END FROM generate_series(1, 20) AS n;
    INSERT INTO "Block" ("siteId", "hash", "kind", "lang", "text", "firstCrawlId", "checksVersion", "language", "findings")
      SELECT '${id}', md5('${id} own ' || p || ' ' || n), 'paragraph', 'en', 'Then comes ' || ${WORD("1000 + p")} || ' in a sentence. ' || repeat('More words of this paragraph ' || n || '. ', 3), '${id}-first', 'checks-1', 'en-US',
        CASE WHEN n = 1 THEN ${FINDING(WORD("1000 + p"))} ELSE '[]' END FROM generate_series(0, ${pages - 1}) AS p, generate_series(1, 25) AS n`,
    `INSERT INTO "LinkTarget" ("siteId", "url", "state", "rule", "status", "reason", "checkedAt")
      SELECT '${id}', 'https://partner.example/shared-' || n, CASE WHEN n = 1 THEN 'broken' ELSE 'ok' END, CASE WHEN n = 1 THEN 'links/not-found' END, 404, 'The page does not exist.', ${NOW} FROM generate_series(1, 40) AS n;
    INSERT INTO "LinkTarget" ("siteId", "url", "state", "rule", "status", "reason", "checkedAt")
      SELECT '${id}', 'https://partner.example/own-' || p || '-' || n, CASE WHEN p % 20 = 0 AND n = 1 THEN 'broken' ELSE 'ok' END,
        CASE WHEN p % 20 = 0 AND n = 1 THEN 'links/not-found' END, 404, 'The page does not exist.', ${NOW} FROM generate_series(0, ${pages - 1}) AS p, generate_series(1, 20) AS n`,
    `INSERT INTO "Snapshot" ("id", "pageId", "crawlId", "title", "lang", "contentHash", "blocks", "links", "anchors", "targets", "leads", "createdAt")
      SELECT md5(page."id"), page."id", '${id}-first', page."title", 'en', md5(page."id"),
        (SELECT jsonb_agg(${block(`CASE WHEN n <= 20 THEN md5('${id} all ' || n) WHEN n = 21 AND p % 10 = 0 THEN md5('${id} own ' || p / 30 * 30 || ' 1') ELSE md5('${id} own ' || p || ' ' || n - 20) END`)}) FROM generate_series(1, 45) AS n),
        (SELECT jsonb_agg(jsonb_build_object('url', target, 'href', target, 'text', 'a link with words', 'element', 'a', 'rel', NULL, 'selector', 'body > main > a:nth-of-type(3)')) FROM unnest(targets) AS target),
        '[]', targets, ARRAY[${url(`(p + 1) % ${pages}`)}], ${NOW} - interval '40 days'
      FROM (SELECT *, substring("id" FROM '[0-9]+$')::integer AS p FROM "Page" WHERE "siteId" = '${id}') AS page,
        LATERAL (SELECT array_agg(CASE WHEN n <= 40 THEN 'https://partner.example/shared-' || n ELSE 'https://partner.example/own-' || p || '-' || n - 40 END) AS targets FROM generate_series(1, 60) AS n) AS linked;
    UPDATE "Page" SET "snapshotId" = md5("id") WHERE "siteId" = '${id}'`,
  ];
}
