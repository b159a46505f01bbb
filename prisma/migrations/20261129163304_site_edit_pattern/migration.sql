-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "editPattern" TEXT;
