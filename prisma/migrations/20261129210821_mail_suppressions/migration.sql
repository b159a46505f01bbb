-- CreateEnum
CREATE TYPE "SuppressionReason" AS ENUM ('hard_bounce', 'soft_bounces', 'complaint');

-- CreateEnum
CREATE TYPE "MailEventKind" AS ENUM ('hard', 'soft', 'complaint');

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "marks" JSONB;

-- CreateTable
CREATE TABLE "MailSuppression" (
    "email" TEXT NOT NULL,
    "reason" "SuppressionReason" NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "detail" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "liftedAt" TIMESTAMP(3),
    "triedAt" TIMESTAMP(3),
    "triedId" TEXT,

    CONSTRAINT "MailSuppression_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "MailEvent" (
    "key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "kind" "MailEventKind" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "counts" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "MailEvent_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "MailEvent_email_at_idx" ON "MailEvent"("email", "at");

-- CreateIndex
CREATE INDEX "MailEvent_at_idx" ON "MailEvent"("at");

-- CreateIndex
CREATE INDEX "Delivery_email_createdAt_idx" ON "Delivery"("email", "createdAt");
