-- AlterTable
ALTER TABLE "Deletion" ADD COLUMN     "isErasing" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Activity_siteId_idx" ON "Activity"("siteId");

-- CreateIndex
CREATE INDEX "IgnoreRule_pageId_idx" ON "IgnoreRule"("pageId");

-- CreateIndex
CREATE INDEX "DictionaryWord_siteId_idx" ON "DictionaryWord"("siteId");

-- By default a table is vacuumed when a fifth of it is dead, and analyzed when a tenth changed: of 100 million rows that is after months.
ALTER TABLE "Occurrence" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE "IssueEvent" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE "Issue" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE "Snapshot" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.01);
ALTER TABLE "CrawlPage" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
