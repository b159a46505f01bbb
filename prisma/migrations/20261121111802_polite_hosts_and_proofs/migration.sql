-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "proofMisses" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "proofSoughtAt" TIMESTAMP(3),
ADD COLUMN     "proofToken" TEXT NOT NULL DEFAULT replace(gen_random_uuid()::text, '-'::text, ''::text),
ADD COLUMN     "provenAt" TIMESTAMP(3),
ADD COLUMN     "provenBy" TEXT;

-- CreateTable
CREATE TABLE "Host" (
    "name" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Host_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "RobotsFile" (
    "origin" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RobotsFile_pkey" PRIMARY KEY ("origin")
);

-- CreateIndex
CREATE INDEX "Host_usedAt_idx" ON "Host"("usedAt");

-- CreateIndex
CREATE INDEX "RobotsFile_seenAt_idx" ON "RobotsFile"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Site_proofToken_key" ON "Site"("proofToken");
