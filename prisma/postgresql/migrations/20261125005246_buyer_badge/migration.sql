-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "showsPurchases" BOOLEAN NOT NULL DEFAULT true;
