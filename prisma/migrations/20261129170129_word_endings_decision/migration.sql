-- AlterTable
ALTER TABLE "DictionaryWord" ADD COLUMN     "endingsDecisionId" TEXT;
