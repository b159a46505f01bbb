-- AlterEnum
ALTER TYPE "IssueState" ADD VALUE 'recurring';

-- AlterTable
ALTER TABLE "Issue" ADD COLUMN     "met" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "missed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "returns" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "successor" TEXT;
