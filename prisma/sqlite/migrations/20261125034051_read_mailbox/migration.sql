-- CreateTable
CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "leaseUntil" DATETIME,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" DATETIME,
    "problem" TEXT NOT NULL DEFAULT '',
    "nextAt" DATETIME,
    "readAt" DATETIME
);
