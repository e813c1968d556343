-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "changedAtShop" TIMESTAMP(3);

-- What must hold about an order whatever the code does.

-- What was paid is not edited below what refunds hold.
CREATE FUNCTION "order_holds_refunds"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  held BIGINT;
BEGIN
  SELECT COALESCE(SUM("amountMinor"), 0) INTO held FROM "Refund"
    WHERE "orderId" = OLD."id" AND "state" NOT IN ('failed', 'canceled');
  IF NEW."capturedMinor" < held THEN
    RAISE EXCEPTION 'captured-below-refunded' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Order_holds_refunds" BEFORE UPDATE OF "capturedMinor" ON "Order" FOR EACH ROW
WHEN (NEW."capturedMinor" < OLD."capturedMinor")
EXECUTE FUNCTION "order_holds_refunds"();

-- The policy a buyer was shown is written once.
CREATE FUNCTION "order_policy_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order-policy-stays' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "Order_policy_stays" BEFORE UPDATE OF "policySnapshot" ON "Order" FOR EACH ROW
WHEN (OLD."policySnapshot" <> '' AND NEW."policySnapshot" <> OLD."policySnapshot")
EXECUTE FUNCTION "order_policy_stays"();
