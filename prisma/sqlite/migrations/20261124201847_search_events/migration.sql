-- CreateTable
CREATE TABLE "Search" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "day" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "results" INTEGER NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "visitor" TEXT,
    "at" DATETIME NOT NULL,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "solved" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "refunded" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "SearchStep" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "searchId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "rank" INTEGER,
    "at" DATETIME NOT NULL,
    CONSTRAINT "SearchStep_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "Search" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VisitorKey" (
    "day" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Search_day_query_idx" ON "Search"("day", "query");

-- CreateIndex
CREATE INDEX "Search_visitor_at_idx" ON "Search"("visitor", "at");

-- CreateIndex
CREATE INDEX "Search_at_idx" ON "Search"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Search_visitor_query_key" ON "Search"("visitor", "query");

-- CreateIndex
CREATE UNIQUE INDEX "SearchStep_searchId_step_subject_key" ON "SearchStep"("searchId", "step", "subject");

-- What was not found until now stays on the owner's list.
INSERT INTO "Search" ("id", "day", "query", "place", "results", "times", "at")
SELECT "id", "day", "query", 'page', 0, "count", "at" FROM "SearchMiss";

-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "SearchMiss";
PRAGMA foreign_keys=on;
