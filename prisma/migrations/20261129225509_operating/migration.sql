-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'business_report';

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "heldAt" TIMESTAMP(3),
ADD COLUMN     "heldReason" TEXT;

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "amount" INTEGER,
ADD COLUMN     "currency" TEXT;

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "heldAt" TIMESTAMP(3),
ADD COLUMN     "heldReason" TEXT;

-- AlterTable
ALTER TABLE "Crawl" ADD COLUMN     "cpuMs" INTEGER,
ADD COLUMN     "dueAt" TIMESTAMP(3),
ADD COLUMN     "requests" INTEGER;

-- CreateTable
CREATE TABLE "Switch" (
    "name" TEXT NOT NULL,
    "isOn" BOOLEAN NOT NULL,
    "teamIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Switch_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "OperatorAction" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "operator" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "teamId" TEXT,
    "siteId" TEXT,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "OperatorAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incident" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceDay" (
    "day" TEXT NOT NULL,
    "crawls" INTEGER,
    "crawlsOnTime" INTEGER,
    "mails" INTEGER,
    "mailsOnTime" INTEGER,
    "webMinutes" INTEGER,
    "webSince" TIMESTAMP(3),
    "webSeenAt" TIMESTAMP(3),

    CONSTRAINT "ServiceDay_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "OperatorAction_at_id_idx" ON "OperatorAction"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "OperatorAction_teamId_at_idx" ON "OperatorAction"("teamId", "at");

-- CreateIndex
CREATE INDEX "Incident_startsAt_idx" ON "Incident"("startsAt");

-- CreateIndex
CREATE INDEX "Crawl_finishedAt_idx" ON "Crawl"("finishedAt");

-- CreateIndex
CREATE INDEX "Delivery_sentAt_idx" ON "Delivery"("sentAt");

CREATE FUNCTION "refuse_operator_action_change"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  RAISE EXCEPTION $q$A row of "OperatorAction" cannot be changed.$q$\x3B
END';

CREATE TRIGGER "OperatorAction_append_only" BEFORE UPDATE ON "OperatorAction" FOR EACH ROW EXECUTE FUNCTION "refuse_operator_action_change"();
