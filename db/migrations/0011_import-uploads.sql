-- Worth an hour each, so neither the log nor the replica has them, and a crash of the database empties them. Files for an import hardly shrink:
-- they are not packed again.
CREATE UNLOGGED TABLE "import_chunks" (
	"upload_id" text collate "C" NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "import_chunks_upload_id_number_pk" PRIMARY KEY("upload_id","number")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "import_uploads" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"user_id" text collate "C" NOT NULL,
	"changeset_id" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"bytes" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_upload_id_import_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."import_uploads"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "import_chunks" ALTER COLUMN "content" SET STORAGE EXTERNAL;
