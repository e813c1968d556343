-- CreateIndex
CREATE INDEX "Thread_acceptedCount_createdAt_idx" ON "Thread"("acceptedCount", "createdAt");
