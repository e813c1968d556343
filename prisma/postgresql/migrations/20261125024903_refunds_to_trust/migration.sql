-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "country" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "methodKind" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "methodLabel" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "policySnapshot" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "shippingMinor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "taxMinor" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Refund" ADD COLUMN     "keyGeneration" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "promisedBy" TIMESTAMP(3),
ADD COLUMN     "replacedBy" TEXT,
ADD COLUMN     "replacedDoneAt" TIMESTAMP(3),
ADD COLUMN     "traceNumber" TEXT,
ADD COLUMN     "undoUntil" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "RefundLine" (
    "id" TEXT NOT NULL,
    "refundId" TEXT NOT NULL,
    "orderItemId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amountMinor" INTEGER NOT NULL,

    CONSTRAINT "RefundLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundNote" (
    "id" TEXT NOT NULL,
    "refundId" TEXT NOT NULL,
    "byId" TEXT,
    "byName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RefundNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "refundId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,
    "voidedAt" TIMESTAMP(3),

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NumberSequence" (
    "name" TEXT NOT NULL,
    "last" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NumberSequence_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerDisputeId" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "orderId" TEXT,
    "refundId" TEXT,
    "language" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "isMailed" BOOLEAN NOT NULL DEFAULT true,
    "handledAt" TIMESTAMP(3),

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundAudit" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "from" TIMESTAMP(3) NOT NULL,
    "to" TIMESTAMP(3) NOT NULL,
    "ours" INTEGER NOT NULL,
    "theirs" INTEGER NOT NULL,
    "differences" TEXT NOT NULL,
    "trouble" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RefundAudit_pkey" PRIMARY KEY ("id")
);

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

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundLine" ADD CONSTRAINT "RefundLine_orderItemId_fkey" FOREIGN KEY ("orderItemId") REFERENCES "OrderItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefundNote" ADD CONSTRAINT "RefundNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must hold about money whatever the code does.

-- Everything that is not undone (failed, canceled) stays within what was paid. What was made at the provider is a fact.
CREATE FUNCTION "refund_within_captured"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  captured INTEGER;
  held BIGINT;
BEGIN
  SELECT "capturedMinor" INTO captured FROM "Order" WHERE "id" = NEW."orderId" FOR UPDATE;
  SELECT COALESCE(SUM("amountMinor"), 0) INTO held FROM "Refund"
    WHERE "orderId" = NEW."orderId" AND "state" NOT IN ('failed', 'canceled');
  IF held + NEW."amountMinor" > captured THEN
    RAISE EXCEPTION 'refund-exceeds-captured' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Refund_within_captured" BEFORE INSERT ON "Refund" FOR EACH ROW
WHEN (NEW."requestedVia" <> 'provider' AND NEW."state" NOT IN ('failed', 'canceled'))
EXECUTE FUNCTION "refund_within_captured"();

-- What is sent to the provider is what was stored, and what came to nothing stays so.
CREATE FUNCTION "refund_parameters_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refund-parameters-stay' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Refund_parameters_stay" BEFORE UPDATE ON "Refund" FOR EACH ROW
WHEN (NEW."amountMinor" <> OLD."amountMinor" OR NEW."currency" <> OLD."currency" OR NEW."orderId" <> OLD."orderId" OR
  NEW."provider" <> OLD."provider" OR NEW."paymentRef" <> OLD."paymentRef" OR
  (OLD."state" IN ('failed', 'canceled') AND NEW."state" <> OLD."state"))
EXECUTE FUNCTION "refund_parameters_stay"();

CREATE FUNCTION "refund_events_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'refund-events-stay' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "RefundEvent_stays" BEFORE UPDATE OR DELETE ON "RefundEvent" FOR EACH ROW
EXECUTE FUNCTION "refund_events_stay"();
