-- CreateEnum
CREATE TYPE "WindDownStage" AS ENUM ('open', 'announced', 'reminded', 'ended', 'archived', 'deleted');

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'wind_down';

-- CreateTable
CREATE TABLE "WindDown" (
    "id" TEXT NOT NULL,
    "stage" "WindDownStage" NOT NULL,
    "isDone" BOOLEAN NOT NULL,
    "endsAt" TIMESTAMP(3),
    "announcedAt" TIMESTAMP(3),
    "remindedAt" TIMESTAMP(3),
    "endedAt" TIMESTAMP(3),
    "archivedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),
    "archive" TEXT,

    CONSTRAINT "WindDown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WindDownSubscription" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "stoppedAt" TIMESTAMP(3),
    "plannedAt" TIMESTAMP(3),
    "cancelledAt" TIMESTAMP(3),
    "settledAt" TIMESTAMP(3),
    "failure" TEXT,

    CONSTRAINT "WindDownSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WindDownRefund" (
    "invoiceId" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "creditNoteId" TEXT,
    "refundedAt" TIMESTAMP(3),
    "refusals" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "WindDownRefund_pkey" PRIMARY KEY ("invoiceId")
);

-- CreateIndex
CREATE INDEX "WindDownRefund_subscriptionId_idx" ON "WindDownRefund"("subscriptionId");

-- AddForeignKey
ALTER TABLE "WindDownRefund" ADD CONSTRAINT "WindDownRefund_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "WindDownSubscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;
