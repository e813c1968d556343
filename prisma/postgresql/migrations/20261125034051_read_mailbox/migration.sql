-- CreateTable
CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL,
    "leaseUntil" TIMESTAMP(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "problem" TEXT NOT NULL DEFAULT '',
    "nextAt" TIMESTAMP(3),
    "readAt" TIMESTAMP(3),

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("id")
);
