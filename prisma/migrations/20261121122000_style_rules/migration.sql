-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "styleRules" TEXT[] DEFAULT ARRAY[]::TEXT[];
