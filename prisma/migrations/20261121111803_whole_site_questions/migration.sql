-- AlterTable
ALTER TABLE "Page" ADD COLUMN     "checksVersion" TEXT;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "leads" TEXT[],
ADD COLUMN     "targets" TEXT[];

-- What Snapshots say already.
UPDATE "Snapshot" AS snapshot SET
  "targets" = ARRAY(SELECT DISTINCT link->>'url' FROM jsonb_array_elements(snapshot."links") AS link),
  "leads" = ARRAY(
    SELECT DISTINCT split_part(link->>'url', '#', 1) FROM jsonb_array_elements(snapshot."links") AS link
    WHERE link->>'element' IN ('a', 'area', 'iframe', 'frame', 'meta') AND coalesce(link->>'rel', '') !~* '(^|\s)nofollow(\s|$)'
      AND substring(link->>'url' FROM '^https?://(?:www\.)?([^/?#]*)')
        = (SELECT substring(page."url" FROM '^https?://(?:www\.)?([^/?#]*)') FROM "Page" AS page WHERE page."id" = snapshot."pageId"));
