-- AlterEnum
ALTER TYPE "CrawlReason" ADD VALUE 'page';

-- AlterTable
ALTER TABLE "Crawl" ADD COLUMN     "onlyUrls" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "waitsFor" TEXT;

-- Page checks run beside the one Crawl of the whole Site that may be under way. The new value of the enum cannot be used in the
-- transaction that adds it, so the index tells them apart by their addresses.
DROP INDEX "Crawl_siteId_under_way_key";
CREATE UNIQUE INDEX "Crawl_siteId_under_way_key" ON "Crawl"("siteId") WHERE "state" IN ('queued', 'running') AND cardinality("onlyUrls") = 0;
