-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "shown" BOOLEAN NOT NULL DEFAULT true;
