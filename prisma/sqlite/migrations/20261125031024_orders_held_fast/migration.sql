-- AlterTable
ALTER TABLE "Order" ADD COLUMN "changedAtShop" DATETIME;

-- What must hold about an order whatever the code does. A table that is made anew loses its triggers: write them again then.

-- What was paid is not edited below what refunds hold.
CREATE TRIGGER "Order_holds_refunds" BEFORE UPDATE OF "capturedMinor" ON "Order"
WHEN NEW."capturedMinor" < OLD."capturedMinor" AND NEW."capturedMinor" <
  (SELECT COALESCE(SUM("amountMinor"), 0) FROM "Refund"
    WHERE "orderId" = OLD."id" AND "state" NOT IN ('failed', 'canceled'))
BEGIN
  SELECT RAISE(ABORT, 'captured-below-refunded');
END;

-- The policy a buyer was shown is written once.
CREATE TRIGGER "Order_policy_stays" BEFORE UPDATE OF "policySnapshot" ON "Order"
WHEN OLD."policySnapshot" <> '' AND NEW."policySnapshot" <> OLD."policySnapshot"
BEGIN
  SELECT RAISE(ABORT, 'order-policy-stays');
END;
