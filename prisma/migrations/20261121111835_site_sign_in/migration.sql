-- CreateEnum
CREATE TYPE "SignInKind" AS ENUM ('password', 'header', 'cookies');

-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "maxDepth" INTEGER,
ADD COLUMN     "traps" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "SiteSignIn" (
    "siteId" TEXT NOT NULL,
    "kind" "SignInKind" NOT NULL,
    "keyId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "setAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SiteSignIn_pkey" PRIMARY KEY ("siteId")
);

-- AddForeignKey
ALTER TABLE "SiteSignIn" ADD CONSTRAINT "SiteSignIn_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site"("id") ON DELETE CASCADE ON UPDATE CASCADE;
