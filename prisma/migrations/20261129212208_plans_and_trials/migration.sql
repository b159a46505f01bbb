-- CreateEnum
CREATE TYPE "BillingPeriod" AS ENUM ('month', 'year');

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'plan_notice';

-- AlterTable
ALTER TABLE "Team" ADD COLUMN     "proTrialEndedAt" TIMESTAMP(3),
ADD COLUMN     "proTrialEndsAt" TIMESTAMP(3),
ADD COLUMN     "proTrialRemindedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "pastDueSince" TIMESTAMP(3),
ADD COLUMN     "period" "BillingPeriod" NOT NULL DEFAULT 'month';

-- CreateTable
CREATE TABLE "StripeWatch" (
    "id" TEXT NOT NULL,
    "claimedAt" TIMESTAMP(3) NOT NULL,
    "eventsUntil" TIMESTAMP(3) NOT NULL,
    "comparedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StripeWatch_pkey" PRIMARY KEY ("id")
);

-- Payments that fail already get their days of grace from now on.
UPDATE "Subscription" SET "pastDueSince" = now() AT TIME ZONE 'UTC' WHERE "status" = 'past_due';

-- Few trials and late payments are open at a time.
CREATE INDEX "Team_pro_trial_idx" ON "Team"("proTrialEndsAt") WHERE "proTrialEndsAt" IS NOT NULL AND "proTrialEndedAt" IS NULL;
CREATE INDEX "Subscription_past_due_idx" ON "Subscription"("pastDueSince") WHERE "status" = 'past_due';
