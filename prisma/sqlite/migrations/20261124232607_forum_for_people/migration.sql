-- CreateTable
CREATE TABLE "AnswerReport" (
    "replyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("replyId", "personId"),
    CONSTRAINT "AnswerReport_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AnswerReport_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ThreadEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "threadId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "byId" TEXT,
    "otherThreadId" TEXT,
    "replyId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    CONSTRAINT "ThreadEvent_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ThreadEvent_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DuplicateLink" (
    "threadId" TEXT NOT NULL PRIMARY KEY,
    "targetId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DuplicateLink_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DuplicateLink_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DuplicateLink_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SolvedRound" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "threadId" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "outcome" TEXT,
    CONSTRAINT "SolvedRound_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SolvedRound_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SolvedAsk" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "solved" BOOLEAN,
    "answeredAt" DATETIME,
    CONSTRAINT "SolvedAsk_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "SolvedRound" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SolvedAsk_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReadPosition" (
    "personId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "threadId"),
    CONSTRAINT "ReadPosition_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReadPosition_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Follow" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "threadId" TEXT,
    "categoryId" TEXT,
    "tagId" TEXT,
    "reason" TEXT NOT NULL,
    "stoppedAt" DATETIME,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Follow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Follow_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Follow_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mute" (
    "personId" TEXT NOT NULL,
    "mutedId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "mutedId"),
    CONSTRAINT "Mute_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Mute_mutedId_fkey" FOREIGN KEY ("mutedId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PrivateDetails" (
    "threadId" TEXT NOT NULL PRIMARY KEY,
    "orderNumber" TEXT NOT NULL DEFAULT '',
    "orderId" TEXT,
    "address" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    CONSTRAINT "PrivateDetails_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PrivateDetails_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WaitingQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "linkId" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "threadId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "WaitingQuestion_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "SignInLink" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "eventKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "threadId" TEXT,
    "replyId" TEXT,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "readAt" DATETIME,
    "mailedAt" DATETIME,
    "pushedAt" DATETIME,
    CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notification_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Notification_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Notification_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "site" BOOLEAN NOT NULL,
    "mail" BOOLEAN NOT NULL,
    "push" BOOLEAN NOT NULL,

    PRIMARY KEY ("personId", "kind"),
    CONSTRAINT "NotificationChoice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PushSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ThreadMail" (
    "personId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "threadId"),
    CONSTRAINT "ThreadMail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ThreadMail_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "InboundMail" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "messageId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "replyId" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "EmailChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "newEmail" TEXT NOT NULL,
    "oldTokenHash" TEXT NOT NULL,
    "newTokenHash" TEXT NOT NULL,
    "oldConfirmedAt" DATETIME,
    "newConfirmedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "doneAt" DATETIME,
    CONSTRAINT "EmailChange_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccountDeletion" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "keepTexts" BOOLEAN NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    CONSTRAINT "AccountDeletion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "fileName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "ownerId" TEXT,
    "holder" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Upload_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UploadUse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "uploadId" TEXT NOT NULL,
    "threadId" TEXT,
    "replyId" TEXT,
    "detailsId" TEXT,
    "articleId" TEXT,
    "personId" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "UploadUse_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "Upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "UploadUse_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "UploadUse_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "UploadUse_detailsId_fkey" FOREIGN KEY ("detailsId") REFERENCES "PrivateDetails" ("threadId") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "UploadUse_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "UploadUse_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AcceptedAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "threadId" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "assumed" BOOLEAN NOT NULL DEFAULT false,
    "reviewSince" DATETIME,
    "outdatedAt" DATETIME,
    "checkedAt" DATETIME,
    CONSTRAINT "AcceptedAnswer_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AcceptedAnswer_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AcceptedAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_AcceptedAnswer" ("at", "byId", "id", "replyId", "threadId") SELECT "at", "byId", "id", "replyId", "threadId" FROM "AcceptedAnswer";
DROP TABLE "AcceptedAnswer";
ALTER TABLE "new_AcceptedAnswer" RENAME TO "AcceptedAnswer";
CREATE UNIQUE INDEX "AcceptedAnswer_replyId_key" ON "AcceptedAnswer"("replyId");
CREATE INDEX "AcceptedAnswer_threadId_at_idx" ON "AcceptedAnswer"("threadId", "at");
CREATE INDEX "AcceptedAnswer_reviewSince_idx" ON "AcceptedAnswer"("reviewSince");
CREATE TABLE "new_Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "nameSkeleton" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'member',
    "ownerSlot" INTEGER,
    "passwordHash" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "suspendedAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "sourceId" TEXT,
    "sourceUrl" TEXT,
    "bounceScore" REAL NOT NULL DEFAULT 0,
    "language" TEXT,
    "deletedAt" DATETIME
);
INSERT INTO "new_Person" ("about", "createdAt", "email", "id", "name", "nameSkeleton", "ownerSlot", "passwordHash", "role", "sessionVersion", "sourceId", "sourceUrl", "suspendedAt") SELECT "about", "createdAt", "email", "id", "name", "nameSkeleton", "ownerSlot", "passwordHash", "role", "sessionVersion", "sourceId", "sourceUrl", "suspendedAt" FROM "Person";
DROP TABLE "Person";
ALTER TABLE "new_Person" RENAME TO "Person";
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");
CREATE UNIQUE INDEX "Person_name_key" ON "Person"("name");
CREATE UNIQUE INDEX "Person_nameSkeleton_key" ON "Person"("nameSkeleton");
CREATE UNIQUE INDEX "Person_ownerSlot_key" ON "Person"("ownerSlot");
CREATE UNIQUE INDEX "Person_sourceId_key" ON "Person"("sourceId");
CREATE TABLE "new_Reply" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "threadId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "voteCount" INTEGER NOT NULL DEFAULT 0,
    "dedupeKey" TEXT,
    "sourceId" TEXT,
    CONSTRAINT "Reply_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reply_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Replies that are there get their number in time order.
INSERT INTO "new_Reply" ("authorId", "body", "createdAt", "dedupeKey", "editedAt", "id", "number", "sourceId", "threadId", "voteCount") SELECT "authorId", "body", "createdAt", "dedupeKey", "editedAt", "id", ROW_NUMBER() OVER (PARTITION BY "threadId" ORDER BY "createdAt", "id"), "sourceId", "threadId", "voteCount" FROM "Reply";
DROP TABLE "Reply";
ALTER TABLE "new_Reply" RENAME TO "Reply";
CREATE UNIQUE INDEX "Reply_dedupeKey_key" ON "Reply"("dedupeKey");
CREATE UNIQUE INDEX "Reply_sourceId_key" ON "Reply"("sourceId");
CREATE INDEX "Reply_threadId_createdAt_idx" ON "Reply"("threadId", "createdAt");
CREATE INDEX "Reply_authorId_createdAt_idx" ON "Reply"("authorId", "createdAt");
CREATE UNIQUE INDEX "Reply_threadId_number_key" ON "Reply"("threadId", "number");
CREATE TABLE "new_SignInLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "passwordHash" TEXT,
    "browserHash" TEXT,
    "name" TEXT,
    "redirectTo" TEXT NOT NULL DEFAULT '/',
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "codeHash" TEXT,
    "codeTries" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "new_SignInLink" ("browserHash", "createdAt", "email", "expiresAt", "id", "name", "passwordHash", "redirectTo", "tokenHash", "usedAt") SELECT "browserHash", "createdAt", "email", "expiresAt", "id", "name", "passwordHash", "redirectTo", "tokenHash", "usedAt" FROM "SignInLink";
DROP TABLE "SignInLink";
ALTER TABLE "new_SignInLink" RENAME TO "SignInLink";
CREATE UNIQUE INDEX "SignInLink_tokenHash_key" ON "SignInLink"("tokenHash");
CREATE INDEX "SignInLink_email_createdAt_idx" ON "SignInLink"("email", "createdAt");
CREATE TABLE "new_Tag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT ''
);
INSERT INTO "new_Tag" ("id", "name", "slug") SELECT "id", "name", "slug" FROM "Tag";
DROP TABLE "Tag";
ALTER TABLE "new_Tag" RENAME TO "Tag";
CREATE UNIQUE INDEX "Tag_slug_key" ON "Tag"("slug");
CREATE TABLE "new_Thread" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME,
    "lastActivityAt" DATETIME NOT NULL,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "acceptedCount" INTEGER NOT NULL DEFAULT 0,
    "meTooCount" INTEGER NOT NULL DEFAULT 0,
    "dedupeKey" TEXT,
    "sourceId" TEXT,
    "sourceUrl" TEXT,
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "duplicateCount" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" TEXT,
    CONSTRAINT "Thread_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "Category" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Thread_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Thread_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Thread" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Thread" ("acceptedCount", "authorId", "body", "categoryId", "createdAt", "dedupeKey", "editedAt", "id", "lastActivityAt", "lastNumber", "meTooCount", "replyCount", "slug", "sourceId", "sourceUrl", "title") SELECT "acceptedCount", "authorId", "body", "categoryId", "createdAt", "dedupeKey", "editedAt", "id", "lastActivityAt", (SELECT COUNT(*) FROM "Reply" WHERE "Reply"."threadId" = "Thread"."id"), "meTooCount", "replyCount", "slug", "sourceId", "sourceUrl", "title" FROM "Thread";
DROP TABLE "Thread";
ALTER TABLE "new_Thread" RENAME TO "Thread";
CREATE UNIQUE INDEX "Thread_dedupeKey_key" ON "Thread"("dedupeKey");
CREATE UNIQUE INDEX "Thread_sourceId_key" ON "Thread"("sourceId");
CREATE INDEX "Thread_lastActivityAt_idx" ON "Thread"("lastActivityAt");
CREATE INDEX "Thread_createdAt_idx" ON "Thread"("createdAt");
CREATE INDEX "Thread_categoryId_lastActivityAt_idx" ON "Thread"("categoryId", "lastActivityAt");
CREATE INDEX "Thread_acceptedCount_lastActivityAt_idx" ON "Thread"("acceptedCount", "lastActivityAt");
CREATE INDEX "Thread_replyCount_lastActivityAt_idx" ON "Thread"("replyCount", "lastActivityAt");
CREATE INDEX "Thread_authorId_createdAt_idx" ON "Thread"("authorId", "createdAt");
CREATE INDEX "Thread_mergedIntoId_idx" ON "Thread"("mergedIntoId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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

-- Who asked, replied or has the problem, too, hears of it from now on as a follower.
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT lower(hex(randomblob(8))), "authorId", "id", 'asked', "createdAt" FROM "Thread" WHERE "authorId" IN (SELECT "id" FROM "Person" WHERE "email" IS NOT NULL);
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT lower(hex(randomblob(8))), "personId", "threadId", 'me-too', "at" FROM "MeToo" WHERE true ON CONFLICT DO NOTHING;
INSERT INTO "Follow" ("id", "personId", "threadId", "reason", "at") SELECT lower(hex(randomblob(8))), "authorId", "threadId", 'replied', MIN("createdAt") FROM "Reply" WHERE "authorId" IN (SELECT "id" FROM "Person" WHERE "email" IS NOT NULL) GROUP BY "authorId", "threadId" ON CONFLICT DO NOTHING;
