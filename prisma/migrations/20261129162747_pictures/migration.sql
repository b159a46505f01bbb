-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "pictureSignedIn" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Page" ADD COLUMN     "undrawnAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Picture" (
    "id" TEXT NOT NULL,
    "siteId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "snapshotId" TEXT,
    "key" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "marks" JSONB NOT NULL,
    "sought" TEXT[],

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DroppedPicture" (
    "key" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DroppedPicture_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "Picture_key_key" ON "Picture"("key");

-- CreateIndex
CREATE INDEX "Picture_pageId_takenAt_idx" ON "Picture"("pageId", "takenAt");

-- CreateIndex
CREATE INDEX "Picture_siteId_idx" ON "Picture"("siteId");

-- CreateIndex
CREATE INDEX "Picture_snapshotId_idx" ON "Picture"("snapshotId");

-- CreateIndex
CREATE INDEX "DroppedPicture_dueAt_idx" ON "DroppedPicture"("dueAt");

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The picture store is no part of the database: whatever deletes a Picture, its name is kept until the store has deleted it, too.
-- The migration engine's driver splits this file at each semicolon, so those inside the function are written as \x3b.
CREATE FUNCTION "dropPicture"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  INSERT INTO "DroppedPicture" ("key", "dueAt") SELECT "key", now() FROM gone ON CONFLICT ("key") DO NOTHING\x3b
  RETURN NULL\x3b
END';

CREATE TRIGGER "dropPicture" AFTER DELETE ON "Picture" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION "dropPicture"();
