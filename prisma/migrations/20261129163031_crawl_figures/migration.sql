-- AlterTable
ALTER TABLE "Crawl" ADD COLUMN     "brokenLinks" INTEGER,
ADD COLUMN     "mistakes" INTEGER,
ADD COLUMN     "openIssues" JSONB,
ADD COLUMN     "words" INTEGER;
