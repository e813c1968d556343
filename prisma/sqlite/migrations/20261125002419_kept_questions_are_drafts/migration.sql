-- DropTable
PRAGMA foreign_keys=off;
DROP TABLE "KeptQuestion";
PRAGMA foreign_keys=on;
