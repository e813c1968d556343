-- AlterEnum
ALTER TYPE "SearchStepKind" ADD VALUE 'ignored';

-- AlterTable
ALTER TABLE "Search" ADD COLUMN     "ignored" INTEGER NOT NULL DEFAULT 0;
