-- AlterTable
ALTER TABLE "CrawlPage" ADD COLUMN     "refreshed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "detailHash" TEXT,
ADD COLUMN     "isTruncated" BOOLEAN NOT NULL DEFAULT false;
