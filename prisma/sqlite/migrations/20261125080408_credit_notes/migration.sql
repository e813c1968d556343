-- Nothing was ever written into the table as it was, so it is made anew instead of copied.

-- DropTable
DROP TABLE "CreditNote";

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "refundId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "issuedAt" DATETIME NOT NULL,
    CONSTRAINT "CreditNote_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_year_number_key" ON "CreditNote"("year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_refundId_position_key" ON "CreditNote"("refundId", "position");

-- What must hold about receipts whatever the code does. A table that is made anew loses its triggers: write them again then.

-- The next number is one more than the last of its year: no gap, none twice.
CREATE TRIGGER "CreditNote_counts" BEFORE INSERT ON "CreditNote"
WHEN NEW."number" <> 1 + (SELECT COALESCE(MAX("number"), 0) FROM "CreditNote" WHERE "year" = NEW."year")
BEGIN
  SELECT RAISE(ABORT, 'credit-notes-count');
END;

-- What was issued is neither changed nor taken away.
CREATE TRIGGER "CreditNote_stays" BEFORE UPDATE ON "CreditNote"
BEGIN
  SELECT RAISE(ABORT, 'credit-notes-stay');
END;

CREATE TRIGGER "CreditNote_is_kept" BEFORE DELETE ON "CreditNote"
BEGIN
  SELECT RAISE(ABORT, 'credit-notes-stay');
END;
