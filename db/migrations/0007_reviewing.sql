CREATE TABLE "later_approvals" (
	"release" integer PRIMARY KEY NOT NULL,
	"told_in" integer NOT NULL,
	"approver_name" text NOT NULL,
	CONSTRAINT "later_approvals_told_in_unique" UNIQUE("told_in"),
	CONSTRAINT "later_approvals_order" CHECK ("later_approvals"."told_in" > "later_approvals"."release")
);
--> statement-breakpoint
CREATE TABLE "own_approvals" (
	"release" integer PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"person_id" text collate "C" NOT NULL,
	CONSTRAINT "own_approvals_kind" CHECK ("own_approvals"."kind" in ('emergency', 'single-editor')),
	CONSTRAINT "own_approvals_reason" CHECK ("own_approvals"."kind" <> 'emergency' or ("own_approvals"."reason" is not null and btrim("own_approvals"."reason") <> ''))
);
--> statement-breakpoint
CREATE TABLE "preview_links" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"changeset_id" text collate "C" NOT NULL,
	"token_hash" text NOT NULL,
	"made_by_id" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "preview_links_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "preview_links_hash" CHECK ("preview_links"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "preview_links_expires" CHECK ("preview_links"."expires_at" > "preview_links"."made_at")
);
--> statement-breakpoint
CREATE TABLE "review_modes" (
	"release" integer PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	CONSTRAINT "review_modes_mode" CHECK ("review_modes"."mode" in ('two-people', 'single-editor'))
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"changeset_id" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"set_by_id" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"release" integer,
	"failure" jsonb,
	CONSTRAINT "schedules_state" CHECK ("schedules"."state" in ('waiting', 'published', 'failed', 'cancelled')),
	CONSTRAINT "schedules_title" CHECK (btrim("schedules"."title") <> ''),
	CONSTRAINT "schedules_settled" CHECK (("schedules"."state" = 'waiting') = ("schedules"."settled_at" is null)),
	CONSTRAINT "schedules_published" CHECK (("schedules"."state" = 'published') = ("schedules"."release" is not null)),
	CONSTRAINT "schedules_failed" CHECK ("schedules"."state" <> 'failed' or "schedules"."failure" is not null)
);
--> statement-breakpoint
ALTER TABLE "later_approvals" ADD CONSTRAINT "later_approvals_release_releases_number_fk" FOREIGN KEY ("release") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "later_approvals" ADD CONSTRAINT "later_approvals_told_in_releases_number_fk" FOREIGN KEY ("told_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_approvals" ADD CONSTRAINT "own_approvals_release_releases_number_fk" FOREIGN KEY ("release") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preview_links" ADD CONSTRAINT "preview_links_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_modes" ADD CONSTRAINT "review_modes_release_releases_number_fk" FOREIGN KEY ("release") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_release_releases_number_fk" FOREIGN KEY ("release") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "preview_links_by_changeset" ON "preview_links" USING btree ("changeset_id");--> statement-breakpoint
CREATE UNIQUE INDEX "schedules_one_waiting" ON "schedules" USING btree ("changeset_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "schedules_due" ON "schedules" USING btree ("due_at") WHERE state = 'waiting';--> statement-breakpoint
-- What readers were told about who stands behind a release stays told.
CREATE TRIGGER review_modes_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON review_modes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER own_approvals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON own_approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER later_approvals_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON later_approvals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER schedules_keep BEFORE DELETE OR TRUNCATE ON schedules FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A schedule is settled once.
CREATE FUNCTION guard_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.state <> 'waiting' OR new.id <> old.id OR new.changeset_id <> old.changeset_id THEN
    RAISE EXCEPTION 'the schedule % is settled', old.id USING ERRCODE = 'FL001';
  END IF;
  RETURN new;
END
$$;
--> statement-breakpoint
CREATE TRIGGER schedules_guard BEFORE UPDATE ON schedules FOR EACH ROW EXECUTE FUNCTION guard_schedule();
