-- CreateEnum
CREATE TYPE "SearchPlace" AS ENUM ('page', 'suggestions', 'ask', 'widget');

-- CreateEnum
CREATE TYPE "SearchStepKind" AS ENUM ('opened', 'solved', 'asked', 'refunded');

-- CreateTable
CREATE TABLE "Search" (
    "id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "place" "SearchPlace" NOT NULL,
    "results" INTEGER NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "visitor" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "solved" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "refunded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Search_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchStep" (
    "id" TEXT NOT NULL,
    "searchId" TEXT NOT NULL,
    "step" "SearchStepKind" NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "rank" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SearchStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitorKey" (
    "day" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "VisitorKey_pkey" PRIMARY KEY ("day")
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

-- AddForeignKey
ALTER TABLE "SearchStep" ADD CONSTRAINT "SearchStep_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "Search"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was not found until now stays on the owner's list.
INSERT INTO "Search" ("id", "day", "query", "place", "results", "times", "at")
SELECT "id", "day", "query", 'page'::"SearchPlace", 0, "count", "at" FROM "SearchMiss";

-- DropTable
DROP TABLE "SearchMiss";
