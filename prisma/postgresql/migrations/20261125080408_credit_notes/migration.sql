-- Nothing was ever written into the table as it was, so it is made anew instead of filled up.

-- DropTable
DROP TABLE "CreditNote";

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "refundId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "issuedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_year_number_key" ON "CreditNote"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_refundId_position_key" ON "CreditNote"("refundId", "position");

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must hold about receipts whatever the code does.

-- The next number is one more than the last of its year: no gap, none twice.
CREATE FUNCTION "credit_notes_count"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest INTEGER;
BEGIN
  SELECT COALESCE(MAX("number"), 0) INTO newest FROM "CreditNote" WHERE "year" = NEW."year";
  IF NEW."number" <> newest + 1 THEN
    RAISE EXCEPTION 'credit-notes-count' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CreditNote_counts" BEFORE INSERT ON "CreditNote" FOR EACH ROW
EXECUTE FUNCTION "credit_notes_count"();

-- What was issued is neither changed nor taken away.
CREATE FUNCTION "credit_notes_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'credit-notes-stay' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "CreditNote_stays" BEFORE UPDATE OR DELETE ON "CreditNote" FOR EACH ROW
EXECUTE FUNCTION "credit_notes_stay"();
