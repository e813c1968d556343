-- DropTable
DROP TABLE "KeptQuestion";
