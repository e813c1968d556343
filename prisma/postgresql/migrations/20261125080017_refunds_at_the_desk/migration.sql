-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "reasonKind" TEXT;

-- CreateTable
CREATE TABLE "RefundLook" (
    "id" TEXT NOT NULL,
    "refundId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "trouble" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RefundLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundExport" (
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "rows" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RefundExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RefundLook_refundId_at_idx" ON "RefundLook"("refundId", "at");

-- CreateIndex
CREATE INDEX "RefundExport_at_idx" ON "RefundExport"("at");

-- CreateIndex
CREATE INDEX "Refund_createdAt_idx" ON "Refund"("createdAt");

-- CreateIndex
CREATE INDEX "RefundEvent_at_idx" ON "RefundEvent"("at");

-- AddForeignKey
ALTER TABLE "RefundLook" ADD CONSTRAINT "RefundLook_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
