-- AlterTable
ALTER TABLE "SearchDocument" DROP COLUMN "solved";
