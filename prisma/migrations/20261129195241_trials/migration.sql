-- AlterEnum
ALTER TYPE "CrawlReason" ADD VALUE 'trial';

-- CreateTable
CREATE TABLE "Trial" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Trial_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Trial_tokenHash_key" ON "Trial"("tokenHash");

-- CreateIndex
CREATE INDEX "Trial_siteId_idx" ON "Trial"("siteId");

-- CreateIndex
CREATE INDEX "Trial_address_createdAt_idx" ON "Trial"("address", "createdAt");

-- CreateIndex
CREATE INDEX "Trial_expiresAt_idx" ON "Trial"("expiresAt");

-- AddForeignKey
ALTER TABLE "Trial" ADD CONSTRAINT "Trial_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
