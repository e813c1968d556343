-- AlterTable
ALTER TABLE "Order" ADD COLUMN "language" TEXT;

-- CreateIndex
CREATE INDEX "Withdrawal_orderId_idx" ON "Withdrawal"("orderId");
