-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "ignoredLinks" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "TargetAnswer" (
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rule" TEXT,
    "status" INTEGER,
    "reason" TEXT NOT NULL,
    "finalUrl" TEXT,
    "anchors" JSONB,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TargetAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "TargetAnswer_expiresAt_idx" ON "TargetAnswer"("expiresAt");
