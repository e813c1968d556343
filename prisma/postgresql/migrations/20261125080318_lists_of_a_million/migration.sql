-- DropIndex
DROP INDEX "Thread_acceptedCount_createdAt_idx";

-- DropIndex
DROP INDEX "Thread_categoryId_acceptedCount_lastActivityAt_idx";

-- CreateIndex
CREATE INDEX "Reply_authorId_threadId_idx" ON "Reply"("authorId", "threadId");

-- CreateIndex
CREATE INDEX "Thread_categoryId_acceptedCount_meTooCount_lastActivityAt_idx" ON "Thread"("categoryId", "acceptedCount", "meTooCount", "lastActivityAt");

-- CreateIndex
CREATE INDEX "Thread_categoryId_replyCount_lastActivityAt_idx" ON "Thread"("categoryId", "replyCount", "lastActivityAt");

-- CreateIndex
CREATE INDEX "Thread_acceptedCount_createdAt_meTooCount_idx" ON "Thread"("acceptedCount", "createdAt", "meTooCount");
