-- AlterTable
ALTER TABLE "Refund" ADD COLUMN "reasonKind" TEXT;

-- CreateTable
CREATE TABLE "RefundLook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "refundId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "trouble" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    CONSTRAINT "RefundLook_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefundExport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "filters" TEXT NOT NULL,
    "rows" INTEGER,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "RefundLook_refundId_at_idx" ON "RefundLook"("refundId", "at");

-- CreateIndex
CREATE INDEX "RefundExport_at_idx" ON "RefundExport"("at");

-- CreateIndex
CREATE INDEX "Refund_createdAt_idx" ON "Refund"("createdAt");

-- CreateIndex
CREATE INDEX "RefundEvent_at_idx" ON "RefundEvent"("at");
