-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "isReversal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "waitsFor" TEXT;
