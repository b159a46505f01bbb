-- CreateTable
CREATE TABLE "BuildFile" (
    "path" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BuildFile_pkey" PRIMARY KEY ("path")
);

-- CreateIndex
CREATE INDEX "BuildFile_seenAt_idx" ON "BuildFile"("seenAt");
