-- CreateIndex
CREATE INDEX IF NOT EXISTS "Crawl_finishedAt_idx" ON "Crawl"("finishedAt");

-- CreateIndex
CREATE INDEX IF NOT EXISTS "Delivery_kind_sentAt_idx" ON "Delivery"("kind", "sentAt");

-- The few Crawls that wait or run, among all those on record.
CREATE INDEX IF NOT EXISTS "Crawl_state_queuedAt_open_idx" ON "Crawl"("state", "queuedAt") WHERE "state" IN ('queued', 'running');
