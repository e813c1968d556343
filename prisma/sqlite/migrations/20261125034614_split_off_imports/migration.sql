-- AlterTable
ALTER TABLE "Thread" ADD COLUMN "replySourceId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Thread_replySourceId_key" ON "Thread"("replySourceId");
