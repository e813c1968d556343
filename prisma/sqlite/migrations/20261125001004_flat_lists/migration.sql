-- CreateIndex
CREATE INDEX "Thread_categoryId_acceptedCount_lastActivityAt_idx" ON "Thread"("categoryId", "acceptedCount", "lastActivityAt");

-- CreateIndex
CREATE INDEX "Thread_acceptedCount_meTooCount_lastActivityAt_idx" ON "Thread"("acceptedCount", "meTooCount", "lastActivityAt");
