-- CreateTable
CREATE TABLE "KeptQuestion" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "tags" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "KeptQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "KeptQuestion_tokenHash_key" ON "KeptQuestion"("tokenHash");

-- CreateIndex
CREATE INDEX "KeptQuestion_expiresAt_idx" ON "KeptQuestion"("expiresAt");
