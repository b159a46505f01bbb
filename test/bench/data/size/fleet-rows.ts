import {
  CRAWL_DAYS,
  FLEET_NOW,
  type FleetShape,
  FRONTIER_DAYS,
  LARGEST_SITES,
  LARGEST_TEAM,
  OCCURRENCES_OF_ISSUE,
  ON_ALL_PAGES,
  PAGES_OF_SITE,
  TEAM_OF_SITE,
} from "./fleet-shape.ts";

const NOW = `timestamp '${FLEET_NOW.toISOString().slice(0, 19)}'`;
const URL_OF_PAGE = `'https://site' || shape.k || '.example/' || (ARRAY['blog','shop','help','news','about','team'])[1 + p % 6] || '/page-' || p`;
/** Issues that a later Crawl than the first one found: a fifth. They lie scattered in the table, as they came. */
const IS_LATER = `(j >= ${ON_ALL_PAGES} AND j % 5 = 4)`;

/** Returns the statements that fill the tables, in order. All rows follow from their numbers, so each run makes the same ones. */
export function fleetRows({ sites, hasLargest }: FleetShape): { what: string; sql: string }[] {
  return [
    {
      // As uuid v7: 36 characters that ascend with the time.
      what: "numbers as ids",
      sql: `CREATE SCHEMA IF NOT EXISTS bench;
        CREATE OR REPLACE FUNCTION bench.id(n bigint, kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
          RETURN lpad(to_hex(n), 8, '0') || '-5c1b-7a3e-9f00-3d2a6b7c8e9' || kind`,
    },
    {
      what: "shape",
      sql: `CREATE TABLE bench.shape AS SELECT *, bench.id(k, '5') AS id, sum(pages) OVER (ORDER BY k) - pages AS first
        FROM (SELECT k, ${TEAM_OF_SITE} AS team, ${PAGES_OF_SITE} AS pages FROM generate_series(0, ${sites - 1}) AS k
          UNION ALL SELECT ${sites} + n, '${LARGEST_TEAM}', 2000 FROM generate_series(0, ${hasLargest ? LARGEST_SITES - 1 : -1}) AS n) AS each;
        ANALYZE bench.shape`,
    },
    ...peopleRows(),
    ...siteRows(),
    ...issueRows(),
  ];
}

function peopleRows() {
  return [
    {
      what: "Team",
      sql: `INSERT INTO "Team" ("id", "name", "plan", "createdAt") SELECT team, 'Team ' || team,
          CASE WHEN team LIKE 'free%' THEN 'free' WHEN team LIKE 'pro%' THEN 'pro' ELSE 'agency' END::"PlanId", ${NOW} - interval '400 days'
        FROM bench.shape GROUP BY team ORDER BY min(k)`,
    },
    {
      what: "User",
      sql: `INSERT INTO "User" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
        SELECT "id" || '-' || n, 'Person ' || n, "id" || '-' || n || '@people.example', true, "createdAt", "createdAt"
        FROM "Team", generate_series(0, CASE WHEN "plan" = 'agency' THEN 4 ELSE 0 END) AS n`,
    },
    {
      what: "Member",
      sql: `INSERT INTO "Member" ("teamId", "userId", "role", "createdAt")
        SELECT regexp_replace("id", '-[0-9]+$', ''), "id", 'owner', "createdAt" FROM "User"`,
    },
    {
      what: "Activity",
      sql: `INSERT INTO "Activity" ("id", "teamId", "at", "userId", "kind", "detail")
        SELECT bench.id(row_number() OVER (ORDER BY n DESC, "id"), '0'), "id", ${NOW} - make_interval(hours => n * 2), "id" || '-0', 'issues_ignored', '3'
        FROM "Team", generate_series(1, CASE "plan" WHEN 'agency' THEN 2000 WHEN 'pro' THEN 200 ELSE 30 END) AS n`,
    },
    {
      what: "SecurityEvent",
      sql: `INSERT INTO "SecurityEvent" ("id", "userId", "kind", "at")
        SELECT bench.id(row_number() OVER (ORDER BY n DESC, "id"), '1'), "id", 'signed_in', ${NOW} - make_interval(days => n * 10) FROM "User", generate_series(1, 40) AS n`,
    },
  ];
}

function siteRows() {
  const at = `${NOW} - make_interval(days => ${CRAWL_DAYS} - d, mins => k % 1440)`;
  return [
    {
      what: "Site",
      sql: `INSERT INTO "Site" ("id", "teamId", "name", "startUrl", "crawlMinute", "crawlHour", "pageLimit", "nextCrawlAt", "provenAt", "createdAt", "failedDays", "pausedBy")
        SELECT id, team, 'Site ' || k, 'https://site' || k || '.example/', k % 60, k / 60 % 24, 20000, ${NOW} + make_interval(mins => 1 + k % 1440), ${NOW},
          ${NOW} - interval '400 days', CASE WHEN k % 97 = 5 THEN 1 + k % 9 ELSE 0 END, CASE WHEN k % 10 = 7 AND team <> '${LARGEST_TEAM}' THEN 'plan'::"PausedBy" END FROM bench.shape ORDER BY k`,
    },
    {
      what: "Recipient",
      sql: `INSERT INTO "Recipient" ("id", "siteId", "email", "confirmedAt", "token")
        SELECT bench.id(k * 2 + n, '2'), id, team || '-' || n || '@people.example', ${NOW}, md5(k || ' ' || n) FROM bench.shape, generate_series(0, 1) AS n`,
    },
    {
      what: "Crawl",
      sql: `INSERT INTO "Crawl" ("id", "siteId", "reason", "state", "queuedAt", "startedAt", "finishedAt", "attempts", "pagesFound", "pagesDone", "words",
          "linksChecked", "mistakes", "brokenLinks", "openIssues", "opened", "fixed", "cpuMs", "requests", "dueAt")
        SELECT bench.id(k * ${CRAWL_DAYS} + d - 1, '3'), id, CASE WHEN d = 1 THEN 'first' ELSE 'scheduled' END::"CrawlReason",
          CASE WHEN (k + d) % 50 = 0 THEN 'failed' ELSE 'finished' END::"CrawlState", ${at}, ${at}, ${at} + make_interval(secs => pages / 10), 1, pages, pages, pages * 400,
          pages * 6, pages, 3, '{"spelling": 30, "links": 3}', (k + d) % 3, (k * d) % 2, pages * 20, pages, ${at}
        FROM bench.shape, generate_series(1, ${CRAWL_DAYS}) AS d ORDER BY d, k`,
    },
    {
      what: "Page",
      sql: `INSERT INTO "Page" ("id", "siteId", "url", "title", "status", "rendered", "etag", "bodyHash", "checksVersion", "depth", "lastVisitedAt", "snapshotId")
        SELECT bench.id(first + p, '4'), shape.id, ${URL_OF_PAGE}, 'The title of page ' || p, 200, 'http', '"' || left(md5(p::text), 16) || '"', md5(p::text),
          'checks-1', 1 + p % 4, ${NOW} - make_interval(mins => shape.k % 1440), md5((first + p)::text)
        FROM bench.shape, generate_series(0, pages - 1) AS p`,
    },
    {
      what: "Snapshot, current",
      sql: `INSERT INTO "Snapshot" ("id", "pageId", "crawlId", "title", "lang", "contentHash", "blocks", "links", "anchors", "createdAt")
        SELECT md5((first + p)::text), bench.id(first + p, '4'), bench.id(shape.k * ${CRAWL_DAYS} + p % ${CRAWL_DAYS}, '3'), 'The title of page ' || p, 'en', md5(p::text),
          jsonb_build_array(jsonb_build_object('hash', md5(shape.k || ' ' || p % 20), 'kind', 'paragraph', 'selector', 'main > p:nth-of-type(3)')), '[]', '[]',
          ${NOW} - make_interval(days => 400 - p % 400)
        FROM bench.shape, generate_series(0, pages - 1) AS p`,
    },
    {
      what: "Snapshot, earlier",
      sql: `INSERT INTO "Snapshot" ("id", "pageId", "crawlId", "title", "lang", "contentHash", "blocks", "links", "anchors", "createdAt")
        SELECT md5('earlier ' || first + p), bench.id(first + p, '4'), bench.id(shape.k * ${CRAWL_DAYS} + (p + 1) % ${CRAWL_DAYS}, '3'), 'The title of page ' || p, 'en', md5('e' || p),
          '[]', '[]', '[]', ${NOW} - make_interval(days => p % 92)
        FROM bench.shape, generate_series(0, pages - 1) AS p WHERE p % 10 = 3`,
    },
    {
      what: "CrawlPage",
      sql: `INSERT INTO "CrawlPage" ("crawlId", "url", "depth", "source", "done", "outcome", "status", "rendered", "ms")
        SELECT bench.id(shape.k * ${CRAWL_DAYS} + ${CRAWL_DAYS} - d, '3'), ${URL_OF_PAGE}, 1 + p % 4, 'known', true,
          CASE WHEN p % 50 = d THEN 'changed' WHEN p % 300 = 7 THEN 'failed' ELSE 'unchanged' END, 200, 'http', 100
        FROM generate_series(${FRONTIER_DAYS}, 1, -1) AS d, bench.shape, generate_series(0, pages - 1) AS p`,
    },
    {
      what: "Picture",
      sql: `INSERT INTO "Picture" ("id", "siteId", "pageId", "snapshotId", "key", "width", "height", "bytes", "takenAt", "marks")
        SELECT bench.id(k * 5 + p, '6'), id, bench.id(first + p, '4'), md5((first + p)::text), md5('picture ' || first + p), 1280, 3000, 90000,
          ${NOW} - make_interval(days => (k + p) % 60), '[]' FROM bench.shape, generate_series(0, 4) AS p`,
    },
    {
      what: "IgnoreRule",
      sql: `INSERT INTO "IgnoreRule" ("id", "siteId", "scope", "issueId", "pageId", "createdAt")
        SELECT bench.id(k * 3 + j, '7'), id, 'page', bench.id(first + j, 'a'), bench.id(first + j, '4'), ${NOW} FROM bench.shape, generate_series(0, 2) AS j`,
    },
    {
      what: "DictionaryWord",
      sql: `INSERT INTO "DictionaryWord" ("id", "teamId", "siteId", "word", "createdAt")
        SELECT bench.id(k * 20 + n, '8'), team, id, 'word' || n, ${NOW} FROM bench.shape, generate_series(0, 19) AS n`,
    },
    {
      what: "Block",
      sql: `INSERT INTO "Block" ("siteId", "hash", "kind", "lang", "text", "firstCrawlId", "checksVersion", "language")
        SELECT id, md5(k || ' ' || n), 'paragraph', 'en', repeat('Some words of this paragraph. ', 4), bench.id(k * ${CRAWL_DAYS}, '3'), 'checks-1', 'en-US' FROM bench.shape, generate_series(0, 19) AS n`,
    },
    {
      what: "LinkTarget",
      sql: `INSERT INTO "LinkTarget" ("siteId", "url", "state", "checkedAt", "rulesVersion")
        SELECT id, 'https://target' || n || '.example/some/page-' || k, 'ok', ${NOW} - make_interval(days => n % 20), 1 FROM bench.shape, generate_series(1, 50) AS n`,
    },
    {
      what: "Delivery",
      sql: `INSERT INTO "Delivery" ("id", "kind", "email", "siteId", "dedupeKey", "payload", "state", "createdAt", "sentAt", "nextAttemptAt")
        SELECT bench.id(n * 1000000 + k, '9'), CASE WHEN n = 0 THEN 'first_report' ELSE 'digest' END::"DeliveryKind", team || '-0@people.example', id, 'digest:' || bench.id(k * ${CRAWL_DAYS} + n, '3') || ':' || n,
          jsonb_build_object('digest', jsonb_build_object('opened', jsonb_build_array(jsonb_build_object('issueId', bench.id(first + n, 'a'), 'text', repeat('some text ', 20))), 'fixed', '[]'::jsonb)),
          'sent', ${NOW} - make_interval(days => (13 - n) * 7), ${NOW} - make_interval(days => (13 - n) * 7), ${NOW} FROM generate_series(0, 12) AS n, bench.shape`,
    },
  ];
}

function issueRows() {
  const number = "shape.first + j";
  const word = "left(md5((j * 31 % 30000)::text), 9)";
  const numbered = (which: string, order: string) =>
    `(SELECT shape.*, j FROM bench.shape, generate_series(0, shape.pages - 1) AS j WHERE ${which} ${order}) AS shape`;
  const parts = [
    { what: "of first crawls", from: numbered(`NOT ${IS_LATER}`, "") },
    { what: "of later crawls", from: numbered(IS_LATER, "ORDER BY md5((shape.first + j)::text)") },
  ];
  const state = `(ARRAY['open','open','open','open','open','open','open','open','open','reopened','fixed','fixed','fixed','fixed','fixed','fixed','fixed','ignored','unconfirmed','snoozed'])[1 + (shape.j * 7 + shape.k) % 20]`;
  const opened = `${NOW} - make_interval(days => (shape.j * 31 + shape.k) % 400, mins => shape.k % 1440)`;
  return [
    ...parts.map(({ what, from }) => ({
      what: `Issue ${what}`,
      sql: `INSERT INTO "Issue" ("id", "siteId", "fingerprint", "check", "rule", "severity", "confidence", "message", "text", "subject", "suggestions",
          "excerpt", "state", "openedAt", "fixedAt", "updatedAt", "pageCount", "weight", "sections", "firstUrl")
        SELECT bench.id(${number}, 'a'), shape.id, md5('f' || ${number}), kind, kind || '/rule-' || (shape.j * 7 % 40), 'error', 0.3 + (shape.j * 37 % 70) / 100.0,
          'The word “' || ${word} || '” is not in our dictionaries.', ${word}, ${word}, ARRAY['a correction'],
          'Some words of a sentence before it, then ' || ${word} || ' and some more of it.', ${state}::"IssueState", ${opened},
          CASE WHEN ${state} = 'fixed' THEN least(${NOW}, ${opened} + make_interval(days => shape.j % 30)) END, ${NOW}, least(shape.pages, places),
          round(((0.3 + (shape.j * 37 % 70) / 100.0) * (1 + log(places) / 2))::numeric, 4),
          CASE WHEN places > 20 THEN ARRAY['*'] ELSE ARRAY[(ARRAY['blog','shop','help','news','about','team'])[1 + shape.j % 6]] END,
          'https://site' || shape.k || '.example/blog/page-' || shape.j % shape.pages
        FROM ${from}, LATERAL (SELECT ${OCCURRENCES_OF_ISSUE} AS places,
          (ARRAY['spelling','spelling','spelling','grammar','grammar','links','links','style','content','spelling'])[1 + shape.j % 10] AS kind) AS facts`,
    })),
    ...parts.map(({ what, from }) => ({
      // Their ids are random (uuid v4), as the product makes them.
      what: `Occurrence ${what}`,
      sql: `INSERT INTO "Occurrence" ("id", "issueId", "pageId", "selector", "blockHash", "excerpt", "start", "end")
        SELECT md5((issue.n * 20000 + i)::text)::uuid::text, issue.id, bench.id(issue.first + (issue.j * 13 + i * 7) % issue.pages, '4'),
          (ARRAY['main > p:nth-of-type(3)', 'body > div > main > article > p:nth-of-type(12)', 'footer > p', '#nav > ul > li:nth-child(2) > a'])[1 + (issue.j + i) % 4],
          issue.block, issue.excerpt, 41, 50
        FROM (SELECT ${number} AS n, bench.id(${number}, 'a') AS id, shape.first, shape.pages, shape.j, md5('b' || ${number}) AS block,
            'Some words of a sentence before it, then ' || ${word} || ' and some more of it.' AS excerpt, ${OCCURRENCES_OF_ISSUE} AS places
          FROM ${from}) AS issue, generate_series(0, issue.places - 1) AS i`,
    })),
    {
      what: "IssueEvent",
      sql: `INSERT INTO "IssueEvent" ("siteId", "issueId", "crawlId", "kind", "before", "quiet", "at")
        SELECT shape.id, bench.id(${number}, 'a'), bench.id(shape.k * ${CRAWL_DAYS} + greatest(0, ${CRAWL_DAYS} - extract(day FROM ${NOW} - event.at)::integer - 1), '3'), event.kind::"IssueEventKind", event.before::"IssueState", event.quiet, event.at
        FROM bench.shape, generate_series(0, shape.pages - 1) AS j, LATERAL (SELECT ${opened.replaceAll("shape.j", "j")} AS opened, ${state.replaceAll("shape.j", "j")} AS state) AS issue,
          LATERAL (VALUES (true, 'opened', NULL, j % 3 > 0, opened), (true, 'fixed', 'open', false, opened + interval '1 day'),
            (true, 'reopened', 'fixed', false, opened + interval '3 days'), (issue.state = 'fixed', 'fixed', 'open', j % 3 > 0, opened + make_interval(days => 4 + j % 30)),
            (issue.state IN ('ignored', 'snoozed'), issue.state, 'open', true, opened + interval '5 days')) AS event(happens, kind, before, quiet, at)
        WHERE event.happens ORDER BY event.at`,
    },
  ];
}
