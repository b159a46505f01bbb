-- CreateEnum
CREATE TYPE "Rhythm" AS ENUM ('at_once', 'daily', 'weekly', 'monthly');

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'summary';

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "teamId" TEXT;

-- CreateTable
CREATE TABLE "MailRhythm" (
    "teamId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "rhythm" "Rhythm" NOT NULL,
    "hour" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "checks" TEXT[],
    "nextAt" TIMESTAMP(3),
    "token" TEXT NOT NULL,

    CONSTRAINT "MailRhythm_pkey" PRIMARY KEY ("teamId","email")
);

-- CreateIndex
CREATE UNIQUE INDEX "MailRhythm_token_key" ON "MailRhythm"("token");

-- CreateIndex
CREATE INDEX "MailRhythm_nextAt_idx" ON "MailRhythm"("nextAt");

-- CreateIndex
CREATE INDEX "Delivery_teamId_idx" ON "Delivery"("teamId");

-- AddForeignKey
ALTER TABLE "MailRhythm" ADD CONSTRAINT "MailRhythm_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
