-- CreateTable
CREATE TABLE "KeptQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "KeptQuestion_tokenHash_key" ON "KeptQuestion"("tokenHash");

-- CreateIndex
CREATE INDEX "KeptQuestion_expiresAt_idx" ON "KeptQuestion"("expiresAt");
