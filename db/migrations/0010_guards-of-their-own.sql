-- The guards work with the rights of whoever owns the tables, so that the role that serves needs none on what only they touch: the pointer,
-- the head of the chain, the citations that go with a draft. What they look at is what they name, whatever a session's search path says.
ALTER FUNCTION guard_ledger_row() SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION guard_release() SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION move_release_pointer() SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION guard_audit() SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION guard_superseded_row() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION guard_citations() SET search_path = public, pg_temp;
--> statement-breakpoint
ALTER FUNCTION guard_changeset() SET search_path = public, pg_temp;
