-- AlterTable
ALTER TABLE "ApiToken" ADD COLUMN     "allSites" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "expiresAt" TIMESTAMP(3),
ADD COLUMN     "siteIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
