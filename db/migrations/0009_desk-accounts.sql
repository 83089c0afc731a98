CREATE TABLE "next_second_factors" (
	"user_id" text PRIMARY KEY NOT NULL,
	"sealed_secret" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mail_problem" text;--> statement-breakpoint
ALTER TABLE "next_second_factors" ADD CONSTRAINT "next_second_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_editor" ON "audit" USING btree ("editor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_by_action" ON "audit" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("at");