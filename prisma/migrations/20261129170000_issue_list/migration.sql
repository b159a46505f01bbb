-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "firstUrl" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pageCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "weight" DOUBLE PRECISION NOT NULL DEFAULT 0;

-- The mistake over all sites and places, and the key of the alphabetical order. Generated, so they cannot disagree with the wording.
ALTER TABLE "Issue"
  ADD COLUMN "mistakeKey" BIGINT GENERATED ALWAYS AS (('x' || left(md5(
    (CASE WHEN "check" IN ('spelling', 'links') THEN "check" ELSE "rule" END) || E'\n' || "subject"), 16))::bit(64)::bigint) STORED,
  ADD COLUMN "sortKey" TEXT GENERATED ALWAYS AS (lower(left("text", 60))) STORED;

-- Existing rows, as worker/core/issues/issue-weight.ts and prisma/queries/issues/weigh-issues.ts do it.
WITH placed AS (
  SELECT occurrence."issueId", page."id" AS "pageId", page."url",
    split_part(split_part(split_part(page."url", '?', 1), '#', 1), '/', 4) AS "section",
    CASE block."kind"
      WHEN 'title' THEN 1 WHEN 'heading' THEN 0.95 WHEN 'button' THEN 0.9 WHEN 'label' THEN 0.8 WHEN 'description' THEN 0.75
      WHEN 'paragraph' THEN 0.7 WHEN 'social' THEN 0.6 WHEN 'name' THEN 0.6 WHEN 'quote' THEN 0.6 WHEN 'list-item' THEN 0.65
      WHEN 'cell' THEN 0.6 WHEN 'caption' THEN 0.6 WHEN 'text' THEN 0.65 WHEN 'option' THEN 0.5 WHEN 'alt' THEN 0.5
      WHEN 'placeholder' THEN 0.5 WHEN 'empty-heading' THEN 0.5 WHEN 'tooltip' THEN 0.4 WHEN 'aria-label' THEN 0.4 ELSE 0.7
    END * CASE
      WHEN occurrence."selector" ~* '(^|[ #_-])(footer|aside|sidebar)' THEN 0.8
      WHEN occurrence."selector" ~* '(^|[ #_-])(nav|header|menu)' THEN 1.2
      ELSE 1
    END * CASE WHEN page."depth" = 0 THEN 1.2 ELSE 1 END AS "prominence"
  FROM "Occurrence" AS occurrence
    JOIN "Page" AS page ON page."id" = occurrence."pageId"
    LEFT JOIN "Block" AS block ON block."siteId" = page."siteId" AND block."hash" = occurrence."blockHash"
), summed AS (
  SELECT "issueId", count(DISTINCT "pageId") AS "pageCount", max("prominence") AS "prominence",
    left((array_agg("url" ORDER BY length("url"), "url"))[1], 300) AS "firstUrl", array_agg(DISTINCT left("section", 40)) AS "sections"
  FROM placed GROUP BY "issueId"
)
UPDATE "Issue" AS issue SET "pageCount" = summed."pageCount", "firstUrl" = summed."firstUrl",
  "sections" = CASE WHEN cardinality(summed."sections") > 20 THEN ARRAY['*'] ELSE summed."sections" END,
  "weight" = round((issue."confidence" * summed."prominence" * (1 + log(summed."pageCount"::numeric) / 2))::numeric, 4)
FROM summed WHERE issue."id" = summed."issueId";

-- All that the list filters and sorts by, so that it need not read the rows.
CREATE INDEX "Issue_list_idx" ON "Issue" ("siteId", "weight" DESC, "id") INCLUDE
  ("state", "check", "rule", "confidence", "openedAt", "fixedAt", "assigneeId", "pageCount", "sections", "firstUrl", "sortKey", "mistakeKey");

-- For the counts beside the filters: equal keys share an entry, so 200,000 Issues take a few megabytes.
CREATE INDEX "Issue_count_idx" ON "Issue" ("siteId", "state", "check", "rule", "confidence");

-- Search within words. Both extensions belong to PostgreSQL's contrib. Without them a search reads all rows of the Sites.
-- Each \x3b is a semicolon: the engine would end the statement at a plain one.
DO E'BEGIN
  IF (SELECT count(*) FROM pg_available_extensions WHERE name IN ($q$pg_trgm$q$, $q$btree_gin$q$)) = 2 THEN
    CREATE EXTENSION IF NOT EXISTS pg_trgm\x3b
    CREATE EXTENSION IF NOT EXISTS btree_gin\x3b
    CREATE INDEX "Issue_search_idx" ON "Issue" USING gin ("siteId", ("text" || chr(10) || "excerpt" || chr(10) || "message") gin_trgm_ops)\x3b
    CREATE INDEX "Page_search_idx" ON "Page" USING gin ("siteId", "url" gin_trgm_ops)\x3b
  END IF\x3b
EXCEPTION WHEN insufficient_privilege THEN
  RAISE NOTICE $q$The search has no index, because this user may not create the extensions pg_trgm and btree_gin.$q$\x3b
END';
