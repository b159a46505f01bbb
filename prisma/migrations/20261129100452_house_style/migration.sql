-- CreateEnum
CREATE TYPE "HouseRuleKind" AS ENUM ('avoid', 'name', 'require');

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "styleVersion" TEXT;

-- AlterTable
ALTER TABLE "Block" ADD COLUMN     "styleMatches" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "styleVersion" TEXT;

-- CreateTable
CREATE TABLE "HouseRule" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "kind" "HouseRuleKind" NOT NULL,
    "term" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "replacement" TEXT NOT NULL DEFAULT '',
    "forms" BOOLEAN NOT NULL DEFAULT true,
    "pages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "exceptPages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "userId" TEXT,
    "changedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HouseRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "HouseRule_teamId_kind_key_key" ON "HouseRule"("teamId", "kind", "key");

-- AddForeignKey
ALTER TABLE "HouseRule" ADD CONSTRAINT "HouseRule_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;
