-- AlterTable
ALTER TABLE "Crawl" ADD COLUMN     "wordsOf" TEXT;
