-- The schedule looks for due Sites every few seconds. Paused ones keep their old time, and would be passed over each time.
CREATE INDEX "Site_due_idx" ON "Site"("nextCrawlAt") WHERE "pausedBy" IS NULL;

-- Few of all Crawls are under way. Each worker looks for lost ones every few seconds.
CREATE INDEX "Crawl_under_way_idx" ON "Crawl"("queuedAt") WHERE "state" IN ('queued', 'running');

-- For the limit of mails a day.
CREATE INDEX "Delivery_sentAt_idx" ON "Delivery"("sentAt") WHERE "sentAt" IS NOT NULL;
