-- CreateEnum
CREATE TYPE "DeletionKind" AS ENUM ('site', 'account');

-- CreateTable
CREATE TABLE "Deletion" (
    "id" TEXT NOT NULL,
    "kind" "DeletionKind" NOT NULL,
    "label" TEXT NOT NULL,
    "deletedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "siteId" TEXT,
    "teamId" TEXT,
    "userId" TEXT,
    "partOfId" TEXT,
    "kept" JSONB NOT NULL,

    CONSTRAINT "Deletion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Backup" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "name" TEXT,
    "bytes" BIGINT,
    "rows" BIGINT,
    "pictures" INTEGER,
    "failure" TEXT,

    CONSTRAINT "Backup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Deletion_siteId_key" ON "Deletion"("siteId");

-- CreateIndex
CREATE UNIQUE INDEX "Deletion_userId_key" ON "Deletion"("userId");

-- CreateIndex
CREATE INDEX "Deletion_dueAt_idx" ON "Deletion"("dueAt");

-- CreateIndex
CREATE INDEX "Deletion_partOfId_idx" ON "Deletion"("partOfId");

-- CreateIndex
CREATE INDEX "Backup_startedAt_idx" ON "Backup"("startedAt");

-- CreateIndex
CREATE INDEX "Backup_finishedAt_idx" ON "Backup"("finishedAt");

-- AddForeignKey
ALTER TABLE "Deletion" ADD CONSTRAINT "Deletion_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deletion" ADD CONSTRAINT "Deletion_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deletion" ADD CONSTRAINT "Deletion_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Deletion"("id") ON DELETE CASCADE ON UPDATE CASCADE;
