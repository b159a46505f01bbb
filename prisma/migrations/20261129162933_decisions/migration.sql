-- CreateEnum
CREATE TYPE "IgnoreScope" AS ENUM ('page', 'rule', 'target', 'host');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "IssueEventKind" ADD VALUE 'snoozed';
ALTER TYPE "IssueEventKind" ADD VALUE 'woken';
ALTER TYPE "IssueEventKind" ADD VALUE 'assigned';

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'issues_assigned';

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "ownWordsAnsweredAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "assigneeId" TEXT,
ADD COLUMN     "ignoreRuleId" TEXT,
ADD COLUMN     "resumeState" "IssueState",
ADD COLUMN     "snoozedTexts" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "IssueEvent" ADD COLUMN     "decisionId" TEXT,
ADD COLUMN     "details" JSONB;

-- AlterTable
ALTER TABLE "DictionaryWord" ADD COLUMN     "decisionId" TEXT,
ADD COLUMN     "withEndings" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "IgnoreRule" (
    "id" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "scope" "IgnoreScope" NOT NULL,
    "issueId" TEXT,
    "pageId" TEXT,
    "rule" TEXT,
    "target" TEXT,
    "hidden" JSONB NOT NULL DEFAULT '[]',
    "userId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IgnoreRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IgnoreRule_siteId_createdAt_idx" ON "IgnoreRule"("siteId", "createdAt");

-- CreateIndex
CREATE INDEX "IgnoreRule_issueId_idx" ON "IgnoreRule"("issueId");

-- CreateIndex
CREATE INDEX "Issue_assigneeId_idx" ON "Issue"("assigneeId");

-- CreateIndex
CREATE INDEX "Issue_ignoreRuleId_idx" ON "Issue"("ignoreRuleId");

-- CreateIndex
CREATE INDEX "IssueEvent_decisionId_idx" ON "IssueEvent"("decisionId");

-- CreateIndex
CREATE INDEX "DictionaryWord_decisionId_idx" ON "DictionaryWord"("decisionId");

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_ignoreRuleId_fkey" FOREIGN KEY ("ignoreRuleId") REFERENCES "IgnoreRule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IgnoreRule" ADD CONSTRAINT "IgnoreRule_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IgnoreRule" ADD CONSTRAINT "IgnoreRule_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IgnoreRule" ADD CONSTRAINT "IgnoreRule_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Finds the snoozed Issues that are due without reading the others.
CREATE INDEX "Issue_snoozed_idx" ON "Issue"("snoozedUntil") WHERE "state" = 'snoozed';

-- A Member who leaves a Team keeps none of its Issues.
-- \x3B is a semicolon: the migration tool splits the file at each semicolon, also within quotes.
CREATE FUNCTION "unassign_member"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  UPDATE "Issue" AS issue SET "assigneeId" = NULL FROM "Site" AS site
  WHERE site."id" = issue."siteId" AND site."teamId" = OLD."teamId" AND issue."assigneeId" = OLD."userId"\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "Member_unassign" AFTER DELETE ON "Member" FOR EACH ROW EXECUTE FUNCTION "unassign_member"();
