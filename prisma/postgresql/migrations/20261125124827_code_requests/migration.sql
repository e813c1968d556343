-- CreateTable
CREATE TABLE "CodeRequest" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CodeRequest_pkey" PRIMARY KEY ("id")
);
