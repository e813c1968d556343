-- CreateTable
CREATE TABLE "RefundLine" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "refundId" TEXT NOT NULL,
    "orderItemId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RefundLine_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefundNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "refundId" TEXT NOT NULL,
    "byId" TEXT,
    "byName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "RefundNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "refundId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    "voidedAt" DATETIME,
    CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NumberSequence" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "orderId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerDisputeId" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "orderId" TEXT,
    "refundId" TEXT,
    "language" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "isMailed" BOOLEAN NOT NULL DEFAULT true,
    "handledAt" DATETIME,
    CONSTRAINT "Withdrawal_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RefundAudit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provider" TEXT NOT NULL,
    "from" DATETIME NOT NULL,
    "to" DATETIME NOT NULL,
    "ours" INTEGER NOT NULL,
    "theirs" INTEGER NOT NULL,
    "differences" TEXT NOT NULL,
    "trouble" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL
);

-- AlterTable
ALTER TABLE "Order" ADD COLUMN "taxMinor" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Order" ADD COLUMN "shippingMinor" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Order" ADD COLUMN "methodLabel" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Order" ADD COLUMN "methodKind" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Order" ADD COLUMN "country" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Order" ADD COLUMN "policySnapshot" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Refund" ADD COLUMN "keyGeneration" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Refund" ADD COLUMN "undoUntil" DATETIME;
ALTER TABLE "Refund" ADD COLUMN "promisedBy" DATETIME;
ALTER TABLE "Refund" ADD COLUMN "traceNumber" TEXT;
ALTER TABLE "Refund" ADD COLUMN "replacedBy" TEXT;
ALTER TABLE "Refund" ADD COLUMN "replacedDoneAt" DATETIME;

-- CreateIndex
CREATE INDEX "RefundLine_orderItemId_idx" ON "RefundLine"("orderItemId");

-- CreateIndex
CREATE UNIQUE INDEX "RefundLine_refundId_orderItemId_key" ON "RefundLine"("refundId", "orderItemId");

-- CreateIndex
CREATE INDEX "RefundNote_refundId_at_idx" ON "RefundNote"("refundId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_number_key" ON "CreditNote"("number");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_refundId_key" ON "CreditNote"("refundId");

-- CreateIndex
CREATE INDEX "Dispute_orderId_idx" ON "Dispute"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_provider_providerDisputeId_key" ON "Dispute"("provider", "providerDisputeId");

-- CreateIndex
CREATE INDEX "Withdrawal_receivedAt_idx" ON "Withdrawal"("receivedAt");

-- CreateIndex
CREATE INDEX "RefundAudit_at_idx" ON "RefundAudit"("at");

-- What must hold about money whatever the code does. A table that is made anew loses its triggers: write them again then.

-- Everything that is not undone (failed, canceled) stays within what was paid. What was made at the provider is a fact.
CREATE TRIGGER "Refund_within_captured" BEFORE INSERT ON "Refund"
WHEN NEW."requestedVia" <> 'provider' AND NEW."state" NOT IN ('failed', 'canceled') AND
  NEW."amountMinor" + (SELECT COALESCE(SUM("amountMinor"), 0) FROM "Refund"
    WHERE "orderId" = NEW."orderId" AND "state" NOT IN ('failed', 'canceled')) >
  (SELECT "capturedMinor" FROM "Order" WHERE "id" = NEW."orderId")
BEGIN
  SELECT RAISE(ABORT, 'refund-exceeds-captured');
END;

-- What is sent to the provider is what was stored, and what came to nothing stays so.
CREATE TRIGGER "Refund_parameters_stay" BEFORE UPDATE ON "Refund"
WHEN NEW."amountMinor" <> OLD."amountMinor" OR NEW."currency" <> OLD."currency" OR NEW."orderId" <> OLD."orderId" OR
  NEW."provider" <> OLD."provider" OR NEW."paymentRef" <> OLD."paymentRef" OR
  (OLD."state" IN ('failed', 'canceled') AND NEW."state" <> OLD."state")
BEGIN
  SELECT RAISE(ABORT, 'refund-parameters-stay');
END;

CREATE TRIGGER "RefundEvent_stays" BEFORE UPDATE ON "RefundEvent"
BEGIN
  SELECT RAISE(ABORT, 'refund-events-stay');
END;

CREATE TRIGGER "RefundEvent_is_kept" BEFORE DELETE ON "RefundEvent"
BEGIN
  SELECT RAISE(ABORT, 'refund-events-stay');
END;
