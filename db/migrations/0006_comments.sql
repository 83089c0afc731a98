CREATE TABLE "comments" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"changeset_id" text collate "C" NOT NULL,
	"row_kind" text,
	"row_id" text collate "C",
	"text" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolver_id" text,
	"resolver_name" text,
	CONSTRAINT "comments_text" CHECK (btrim("comments"."text") <> ''),
	CONSTRAINT "comments_row" CHECK (("comments"."row_kind" is null) = ("comments"."row_id" is null)),
	CONSTRAINT "comments_resolved" CHECK (("comments"."resolved_at" is null) = ("comments"."resolver_id" is null) and ("comments"."resolved_at" is null) = ("comments"."resolver_name" is null))
);
--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_by_changeset" ON "comments" USING btree ("changeset_id","written_at");