-- CreateEnum
CREATE TYPE "UploadKind" AS ENUM ('image', 'pdf');

-- AlterTable
ALTER TABLE "AcceptedAnswer" ADD COLUMN     "assumed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "checkedAt" TIMESTAMP(3),
ADD COLUMN     "outdatedAt" TIMESTAMP(3),
ADD COLUMN     "reviewSince" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "bounceScore" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "deletedAt" TIMESTAMP(3),
ADD COLUMN     "language" TEXT;

-- AlterTable
-- Replies that are there get their number in time order.
ALTER TABLE "Reply" ADD COLUMN     "number" INTEGER;
UPDATE "Reply" SET "number" = n.number FROM (SELECT "id", ROW_NUMBER() OVER (PARTITION BY "threadId" ORDER BY "createdAt", "id") AS number FROM "Reply") n WHERE n."id" = "Reply"."id";
ALTER TABLE "Reply" ALTER COLUMN "number" SET NOT NULL;

-- AlterTable
ALTER TABLE "SignInLink" ADD COLUMN     "codeHash" TEXT,
ADD COLUMN     "codeTries" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "duplicateCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lastNumber" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mergedIntoId" TEXT;
UPDATE "Thread" SET "lastNumber" = (SELECT COUNT(*) FROM "Reply" WHERE "Reply"."threadId" = "Thread"."id");

-- CreateTable
CREATE TABLE "AnswerReport" (
    "replyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AnswerReport_pkey" PRIMARY KEY ("replyId","personId")
);

-- CreateTable
CREATE TABLE "ThreadEvent" (
    "id" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT,
    "otherThreadId" TEXT,
    "replyId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ThreadEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DuplicateLink" (
    "threadId" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DuplicateLink_pkey" PRIMARY KEY ("threadId")
);

-- CreateTable
CREATE TABLE "SolvedRound" (
    "id" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "outcome" TEXT,

    CONSTRAINT "SolvedRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SolvedAsk" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "solved" BOOLEAN,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "SolvedAsk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadPosition" (
    "personId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReadPosition_pkey" PRIMARY KEY ("personId","threadId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "threadId" TEXT,
    "categoryId" TEXT,
    "tagId" TEXT,
    "reason" TEXT NOT NULL,
    "stoppedAt" TIMESTAMP(3),
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mute" (
    "personId" TEXT NOT NULL,
    "mutedId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Mute_pkey" PRIMARY KEY ("personId","mutedId")
);

-- CreateTable
CREATE TABLE "PrivateDetails" (
    "threadId" TEXT NOT NULL,
    "orderNumber" TEXT NOT NULL DEFAULT '',
    "orderId" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PrivateDetails_pkey" PRIMARY KEY ("threadId")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WaitingQuestion" (
    "id" TEXT NOT NULL,
    "linkId" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "threadId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WaitingQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "threadId" TEXT,
    "replyId" TEXT,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "readAt" TIMESTAMP(3),
    "mailedAt" TIMESTAMP(3),
    "pushedAt" TIMESTAMP(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site" BOOLEAN NOT NULL,
    "mail" BOOLEAN NOT NULL,
    "push" BOOLEAN NOT NULL,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadMail" (
    "personId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ThreadMail_pkey" PRIMARY KEY ("personId","threadId")
);

-- CreateTable
CREATE TABLE "InboundMail" (
    "id" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "replyId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "InboundMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailChange" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "newEmail" TEXT NOT NULL,
    "oldTokenHash" TEXT NOT NULL,
    "newTokenHash" TEXT NOT NULL,
    "oldConfirmedAt" TIMESTAMP(3),
    "newConfirmedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountDeletion" (
    "personId" TEXT NOT NULL,
    "keepTexts" BOOLEAN NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AccountDeletion_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "kind" "UploadKind" NOT NULL,
    "title" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "ownerId" TEXT,
    "holder" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadUse" (
    "id" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "threadId" TEXT,
    "replyId" TEXT,
    "detailsId" TEXT,
    "articleId" TEXT,
    "personId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "UploadUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ThreadEvent_threadId_at_idx" ON "ThreadEvent"("threadId", "at");

-- CreateIndex
CREATE INDEX "ThreadEvent_kind_at_idx" ON "ThreadEvent"("kind", "at");

-- CreateIndex
CREATE INDEX "DuplicateLink_targetId_idx" ON "DuplicateLink"("targetId");

-- CreateIndex
CREATE INDEX "SolvedRound_threadId_askedAt_idx" ON "SolvedRound"("threadId", "askedAt");

-- CreateIndex
CREATE INDEX "SolvedRound_closedAt_askedAt_idx" ON "SolvedRound"("closedAt", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SolvedAsk_roundId_personId_key" ON "SolvedAsk"("roundId", "personId");

-- CreateIndex
CREATE INDEX "ReadPosition_threadId_idx" ON "ReadPosition"("threadId");

-- CreateIndex
CREATE INDEX "Follow_threadId_idx" ON "Follow"("threadId");

-- CreateIndex
CREATE INDEX "Follow_categoryId_idx" ON "Follow"("categoryId");

-- CreateIndex
CREATE INDEX "Follow_tagId_idx" ON "Follow"("tagId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_threadId_key" ON "Follow"("personId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_categoryId_key" ON "Follow"("personId", "categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Follow_personId_tagId_key" ON "Follow"("personId", "tagId");

-- CreateIndex
CREATE INDEX "Mute_mutedId_idx" ON "Mute"("mutedId");

-- CreateIndex
CREATE INDEX "PrivateDetails_orderId_idx" ON "PrivateDetails"("orderId");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_holder_key_key" ON "Draft"("holder", "key");

-- CreateIndex
CREATE UNIQUE INDEX "WaitingQuestion_linkId_key" ON "WaitingQuestion"("linkId");

-- CreateIndex
CREATE INDEX "Notification_personId_readAt_at_idx" ON "Notification"("personId", "readAt", "at");

-- CreateIndex
CREATE INDEX "Notification_personId_at_idx" ON "Notification"("personId", "at");

-- CreateIndex
CREATE INDEX "Notification_threadId_personId_idx" ON "Notification"("threadId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_personId_eventKey_key" ON "Notification"("personId", "eventKey");

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_personId_idx" ON "PushSubscription"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "InboundMail_messageId_key" ON "InboundMail"("messageId");

-- CreateIndex
CREATE INDEX "InboundMail_at_idx" ON "InboundMail"("at");

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_oldTokenHash_key" ON "EmailChange"("oldTokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "EmailChange_newTokenHash_key" ON "EmailChange"("newTokenHash");

-- CreateIndex
CREATE INDEX "EmailChange_personId_createdAt_idx" ON "EmailChange"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "AccountDeletion_dueAt_idx" ON "AccountDeletion"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Upload_fileName_key" ON "Upload"("fileName");

-- CreateIndex
CREATE INDEX "Upload_ownerId_createdAt_idx" ON "Upload"("ownerId", "createdAt");

-- CreateIndex
CREATE INDEX "Upload_holder_idx" ON "Upload"("holder");

-- CreateIndex
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "UploadUse_personId_key" ON "UploadUse"("personId");

-- CreateIndex
CREATE INDEX "UploadUse_threadId_idx" ON "UploadUse"("threadId");

-- CreateIndex
CREATE INDEX "UploadUse_replyId_idx" ON "UploadUse"("replyId");

-- CreateIndex
CREATE UNIQUE INDEX "UploadUse_uploadId_threadId_key" ON "UploadUse"("uploadId", "threadId");

-- CreateIndex
CREATE UNIQUE INDEX "UploadUse_uploadId_replyId_key" ON "UploadUse"("uploadId", "replyId");

-- CreateIndex
CREATE UNIQUE INDEX "UploadUse_uploadId_detailsId_key" ON "UploadUse"("uploadId", "detailsId");

-- CreateIndex
CREATE UNIQUE INDEX "UploadUse_uploadId_articleId_key" ON "UploadUse"("uploadId", "articleId");

-- CreateIndex
CREATE INDEX "AcceptedAnswer_reviewSince_idx" ON "AcceptedAnswer"("reviewSince");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_threadId_number_key" ON "Reply"("threadId", "number");

-- CreateIndex
CREATE INDEX "Thread_mergedIntoId_idx" ON "Thread"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerReport" ADD CONSTRAINT "AnswerReport_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerReport" ADD CONSTRAINT "AnswerReport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadEvent" ADD CONSTRAINT "ThreadEvent_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadEvent" ADD CONSTRAINT "ThreadEvent_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateLink" ADD CONSTRAINT "DuplicateLink_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateLink" ADD CONSTRAINT "DuplicateLink_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicateLink" ADD CONSTRAINT "DuplicateLink_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolvedRound" ADD CONSTRAINT "SolvedRound_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolvedRound" ADD CONSTRAINT "SolvedRound_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolvedAsk" ADD CONSTRAINT "SolvedAsk_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SolvedRound"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SolvedAsk" ADD CONSTRAINT "SolvedAsk_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadPosition" ADD CONSTRAINT "ReadPosition_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadPosition" ADD CONSTRAINT "ReadPosition_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mute" ADD CONSTRAINT "Mute_mutedId_fkey" FOREIGN KEY ("mutedId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateDetails" ADD CONSTRAINT "PrivateDetails_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrivateDetails" ADD CONSTRAINT "PrivateDetails_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WaitingQuestion" ADD CONSTRAINT "WaitingQuestion_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "SignInLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMail" ADD CONSTRAINT "ThreadMail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadMail" ADD CONSTRAINT "ThreadMail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountDeletion" ADD CONSTRAINT "AccountDeletion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_detailsId_fkey" FOREIGN KEY ("detailsId") REFERENCES "PrivateDetails"("threadId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UploadUse" ADD CONSTRAINT "UploadUse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who asked, replied or has the problem, too, hears of it from now on as a follower.
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT substr(md5(random()::text || clock_timestamp()::text), 1, 16), "authorId", "id", 'asked', "createdAt" FROM "Thread" WHERE "authorId" IN (SELECT "id" FROM "Person" WHERE "email" IS NOT NULL);
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT substr(md5(random()::text || clock_timestamp()::text), 1, 16), "personId", "threadId", 'me-too', "at" FROM "MeToo" WHERE true ON CONFLICT DO NOTHING;
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT substr(md5(random()::text || clock_timestamp()::text), 1, 16), "authorId", "threadId", 'replied', MIN("createdAt") FROM "Reply" WHERE "authorId" IN (SELECT "id" FROM "Person" WHERE "email" IS NOT NULL) GROUP BY "authorId", "threadId" ON CONFLICT DO NOTHING;
