-- CreateEnum
CREATE TYPE "ShareKind" AS ENUM ('report', 'badge', 'feed');

-- CreateEnum
CREATE TYPE "ReportFileState" AS ENUM ('queued', 'drawing', 'ready', 'failed');

-- CreateTable
CREATE TABLE "ShareLink" (
    "id" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "kind" "ShareKind" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),

    CONSTRAINT "ShareLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportFile" (
    "id" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "state" "ReportFileState" NOT NULL DEFAULT 'queued',
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "key" TEXT,
    "bytes" INTEGER,
    "issues" INTEGER,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportBrand" (
    "teamId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "logo" BYTEA,
    "logoType" TEXT,

    CONSTRAINT "ReportBrand_pkey" PRIMARY KEY ("teamId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ShareLink_tokenHash_key" ON "ShareLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ShareLink_siteId_idx" ON "ShareLink"("siteId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportFile_key_key" ON "ReportFile"("key");

-- CreateIndex
CREATE INDEX "ReportFile_siteId_requestedAt_idx" ON "ReportFile"("siteId", "requestedAt");

-- CreateIndex
CREATE INDEX "ReportFile_expiresAt_idx" ON "ReportFile"("expiresAt");

-- CreateIndex
CREATE INDEX "IssueEvent_crawlId_idx" ON "IssueEvent"("crawlId");

-- AddForeignKey
ALTER TABLE "ShareLink" ADD CONSTRAINT "ShareLink_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFile" ADD CONSTRAINT "ReportFile_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportBrand" ADD CONSTRAINT "ReportBrand_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As for pictures: whatever deletes a report file, the picture store deletes its PDF, too. Each \x3b is a semicolon inside the function.
CREATE FUNCTION "dropReportFile"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO "DroppedPicture" ("key", "dueAt") SELECT "key", now() FROM gone WHERE "key" IS NOT NULL ON CONFLICT ("key") DO NOTHING\x3b
  RETURN NULL\x3b
END';

CREATE TRIGGER "dropReportFile" AFTER DELETE ON "ReportFile" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "dropReportFile"();
