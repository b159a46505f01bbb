-- CreateEnum
CREATE TYPE "ChannelKind" AS ENUM ('slack', 'teams', 'webhook');

-- CreateEnum
CREATE TYPE "ChannelStop" AS ENUM ('person', 'failing', 'gone');

-- CreateEnum
CREATE TYPE "ChannelDeliveryKind" AS ENUM ('first_report', 'changes', 'test');

-- CreateEnum
CREATE TYPE "ChannelDeliveryState" AS ENUM ('pending', 'sending', 'sent', 'failed');

-- AlterEnum
ALTER TYPE "DeliveryKind" ADD VALUE 'channel_stopped';

-- CreateTable
CREATE TABLE "Channel" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "kind" "ChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "allSites" BOOLEAN NOT NULL,
    "addressKeyId" TEXT NOT NULL,
    "addressSealed" TEXT NOT NULL,
    "addressShown" TEXT NOT NULL,
    "secretKeyId" TEXT,
    "secretSealed" TEXT,
    "previousKeyId" TEXT,
    "previousSealed" TEXT,
    "previousUntil" TIMESTAMP(3),
    "stoppedBy" "ChannelStop",
    "stoppedAt" TIMESTAMP(3),
    "failingSince" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelSite" (
    "channelId" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "toldUpTo" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ChannelSite_pkey" PRIMARY KEY ("channelId","siteId")
);

-- CreateTable
CREATE TABLE "ChannelDelivery" (
    "id" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "siteId" TEXT,
    "kind" "ChannelDeliveryKind" NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "state" "ChannelDeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "triedAt" TIMESTAMP(3),
    "status" INTEGER,
    "ms" INTEGER,
    "answer" TEXT,

    CONSTRAINT "ChannelDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Channel_teamId_idx" ON "Channel"("teamId");

-- CreateIndex
CREATE INDEX "ChannelSite_siteId_idx" ON "ChannelSite"("siteId");

-- CreateIndex
CREATE UNIQUE INDEX "ChannelDelivery_dedupeKey_key" ON "ChannelDelivery"("dedupeKey");

-- CreateIndex
CREATE INDEX "ChannelDelivery_state_nextAttemptAt_idx" ON "ChannelDelivery"("state", "nextAttemptAt");

-- CreateIndex
CREATE INDEX "ChannelDelivery_channelId_createdAt_idx" ON "ChannelDelivery"("channelId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ChannelDelivery_siteId_idx" ON "ChannelDelivery"("siteId");

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelSite" ADD CONSTRAINT "ChannelSite_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelSite" ADD CONSTRAINT "ChannelSite_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelDelivery" ADD CONSTRAINT "ChannelDelivery_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChannelDelivery" ADD CONSTRAINT "ChannelDelivery_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
