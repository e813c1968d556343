-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_SearchDocument" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "keywords" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL DEFAULT '',
    "tags" TEXT NOT NULL DEFAULT '',
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "at" DATETIME NOT NULL
);
INSERT INTO "new_SearchDocument" ("at", "body", "category", "keywords", "kind", "removed", "seq", "subjectId", "tags", "title") SELECT "at", "body", "category", "keywords", "kind", "removed", "seq", "subjectId", "tags", "title" FROM "SearchDocument";
DROP TABLE "SearchDocument";
ALTER TABLE "new_SearchDocument" RENAME TO "SearchDocument";
CREATE INDEX "SearchDocument_at_idx" ON "SearchDocument"("at");
CREATE UNIQUE INDEX "SearchDocument_kind_subjectId_key" ON "SearchDocument"("kind", "subjectId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
