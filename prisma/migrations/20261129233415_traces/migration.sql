-- AlterTable
ALTER TABLE "Crawl" ADD COLUMN     "traceparent" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "traceparent" TEXT;
