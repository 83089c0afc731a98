CREATE TABLE "import_mappings" (
	"layout" text collate "C" PRIMARY KEY NOT NULL,
	"header" jsonb NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "import_mappings_layout" CHECK ("import_mappings"."layout" ~ '^[0-9a-f]{64}$')
);
