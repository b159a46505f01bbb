-- AlterTable
ALTER TABLE "CrawlPage" ADD COLUMN     "reread" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "LinkTarget" ADD COLUMN     "rulesVersion" INTEGER;

-- AlterTable
ALTER TABLE "Page" ADD COLUMN     "readingVersion" TEXT;

-- Targets on record were judged by the first version of the rules.
UPDATE "LinkTarget" SET "rulesVersion" = 1;
