-- AlterTable
ALTER TABLE "Refund" ADD COLUMN "isReversal" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Refund" ADD COLUMN "waitsFor" TEXT;
