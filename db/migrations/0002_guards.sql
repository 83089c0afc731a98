-- What no code can be trusted with alone: what is published stays as it is, releases have no gaps, the audit chain has no holes.
-- Errors raised here have codes of our own: FL001 published row touched, FL002 not in this release, FL003 release out of turn,
-- FL004 changeset out of turn, FL005 audit out of turn, FL006 release not here.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to: % refused', tg_table_name, lower(tg_op) USING ERRCODE = 'FL001';
END
$$;
--> statement-breakpoint
-- A row version is born as a draft, is replaced or published, then closed once by another version; nothing else ever happens to it.
CREATE FUNCTION guard_ledger_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  probe record;
  stamp integer;
BEGIN
  IF tg_op = 'INSERT' THEN
    IF new.published_in IS NOT NULL OR new.superseded_in IS NOT NULL THEN
      RAISE EXCEPTION 'a row begins as a draft: % %', tg_argv[0], new.id USING ERRCODE = 'FL002';
    END IF;
    IF NOT EXISTS (SELECT FROM changesets WHERE id = new.changeset_id AND state = 'draft') THEN
      RAISE EXCEPTION 'rows are drafted only in a changeset that is a draft: % %', tg_argv[0], new.id USING ERRCODE = 'FL004';
    END IF;
    RETURN new;
  END IF;
  IF tg_op = 'DELETE' THEN
    IF old.published_in IS NOT NULL THEN
      RAISE EXCEPTION 'a published row is never deleted: % % revision %', tg_argv[0], old.id, old.revision USING ERRCODE = 'FL001';
    END IF;
    DELETE FROM citations WHERE row_kind = tg_argv[0] AND row_id = old.id AND row_revision = old.revision;
    RETURN old;
  END IF;
  probe := new;
  IF old.published_in IS NULL THEN
    probe.published_in := NULL;
    stamp := new.published_in;
  ELSE
    probe.superseded_in := NULL;
    stamp := new.superseded_in;
  END IF;
  IF probe IS DISTINCT FROM old OR stamp IS NULL THEN
    RAISE EXCEPTION 'a row version is never changed: % % revision %', tg_argv[0], old.id, old.revision USING ERRCODE = 'FL001';
  END IF;
  IF NOT EXISTS (
    SELECT FROM releases WHERE number = stamp AND published_by = pg_current_xact_id()::text
      AND (old.published_in IS NOT NULL OR changeset_id = new.changeset_id)
  ) THEN
    RAISE EXCEPTION 'release % takes % % only while it is being published', stamp, tg_argv[0], old.id USING ERRCODE = 'FL002';
  END IF;
  RETURN new;
END
$$;
--> statement-breakpoint
-- A row leaves only by withdrawal: whatever closes a version is another version of the same id. Looked at when the transaction commits.
CREATE FUNCTION guard_superseded_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  has_successor boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1 AND published_in = $2)', tg_table_name)
    INTO has_successor USING new.id, new.superseded_in;
  IF NOT has_successor THEN
    RAISE EXCEPTION '% % would leave without a successor', tg_argv[0], new.id USING ERRCODE = 'FL001';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER organisations_guard BEFORE INSERT OR UPDATE OR DELETE ON organisations FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('organisation');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER organisations_successor AFTER UPDATE OF superseded_in ON organisations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('organisation');
--> statement-breakpoint
CREATE TRIGGER organisations_keep BEFORE TRUNCATE ON organisations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sources_guard BEFORE INSERT OR UPDATE OR DELETE ON sources FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('source');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER sources_successor AFTER UPDATE OF superseded_in ON sources DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('source');
--> statement-breakpoint
CREATE TRIGGER sources_keep BEFORE TRUNCATE ON sources FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER indicators_guard BEFORE INSERT OR UPDATE OR DELETE ON indicators FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('indicator');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER indicators_successor AFTER UPDATE OF superseded_in ON indicators DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('indicator');
--> statement-breakpoint
CREATE TRIGGER indicators_keep BEFORE TRUNCATE ON indicators FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER series_guard BEFORE INSERT OR UPDATE OR DELETE ON series FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('series');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER series_successor AFTER UPDATE OF superseded_in ON series DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('series');
--> statement-breakpoint
CREATE TRIGGER series_keep BEFORE TRUNCATE ON series FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER readings_guard BEFORE INSERT OR UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('reading');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER readings_successor AFTER UPDATE OF superseded_in ON readings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('reading');
--> statement-breakpoint
CREATE TRIGGER readings_keep BEFORE TRUNCATE ON readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER crossings_guard BEFORE INSERT OR UPDATE OR DELETE ON crossings FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('crossing');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER crossings_successor AFTER UPDATE OF superseded_in ON crossings DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('crossing');
--> statement-breakpoint
CREATE TRIGGER crossings_keep BEFORE TRUNCATE ON crossings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER closures_guard BEFORE INSERT OR UPDATE OR DELETE ON closures FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('closure');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER closures_successor AFTER UPDATE OF superseded_in ON closures DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('closure');
--> statement-breakpoint
CREATE TRIGGER closures_keep BEFORE TRUNCATE ON closures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER incidents_guard BEFORE INSERT OR UPDATE OR DELETE ON incidents FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('incident');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER incidents_successor AFTER UPDATE OF superseded_in ON incidents DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('incident');
--> statement-breakpoint
CREATE TRIGGER incidents_keep BEFORE TRUNCATE ON incidents FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER claims_guard BEFORE INSERT OR UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('claim');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER claims_successor AFTER UPDATE OF superseded_in ON claims DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('claim');
--> statement-breakpoint
CREATE TRIGGER claims_keep BEFORE TRUNCATE ON claims FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER places_guard BEFORE INSERT OR UPDATE OR DELETE ON places FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('place');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER places_successor AFTER UPDATE OF superseded_in ON places DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('place');
--> statement-breakpoint
CREATE TRIGGER places_keep BEFORE TRUNCATE ON places FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER annotations_guard BEFORE INSERT OR UPDATE OR DELETE ON annotations FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('annotation');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER annotations_successor AFTER UPDATE OF superseded_in ON annotations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('annotation');
--> statement-breakpoint
CREATE TRIGGER annotations_keep BEFORE TRUNCATE ON annotations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER charts_guard BEFORE INSERT OR UPDATE OR DELETE ON charts FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('chart');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER charts_successor AFTER UPDATE OF superseded_in ON charts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('chart');
--> statement-breakpoint
CREATE TRIGGER charts_keep BEFORE TRUNCATE ON charts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER sentences_guard BEFORE INSERT OR UPDATE OR DELETE ON sentences FOR EACH ROW EXECUTE FUNCTION guard_ledger_row('sentence');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER sentences_successor AFTER UPDATE OF superseded_in ON sentences DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (new.superseded_in IS NOT NULL) EXECUTE FUNCTION guard_superseded_row('sentence');
--> statement-breakpoint
CREATE TRIGGER sentences_keep BEFORE TRUNCATE ON sentences FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
ALTER TABLE closures ADD CONSTRAINT closures_no_overlap EXCLUDE USING gist (
  crossing_id WITH =, lane WITH =, closure_days(start, "end", end_state, end_low, known_on) WITH &&
) WHERE (published_in IS NOT NULL AND superseded_in IS NULL AND change <> 'withdraw') DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Citations come and go only with a draft; a published version keeps exactly those it was published with.
CREATE FUNCTION guard_citations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text;
  stray text;
BEGIN
  FOR kind IN SELECT DISTINCT row_kind FROM touched LOOP
    EXECUTE format(
      'SELECT t.row_id FROM touched t LEFT JOIN %I r ON r.id = t.row_id AND r.revision = t.row_revision
        WHERE t.row_kind = $1 AND (r.id IS NULL OR r.published_in IS NOT NULL) LIMIT 1',
      CASE kind WHEN 'series' THEN 'series' ELSE kind || 's' END
    ) INTO stray USING kind;
    IF stray IS NOT NULL THEN
      RAISE EXCEPTION 'a citation belongs to a draft row, and stays once that is published: % %', kind, stray USING ERRCODE = 'FL001';
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER citations_added AFTER INSERT ON citations REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION guard_citations();
--> statement-breakpoint
CREATE TRIGGER citations_removed AFTER DELETE ON citations REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION guard_citations();
--> statement-breakpoint
CREATE TRIGGER citations_keep BEFORE UPDATE OR TRUNCATE ON citations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A changeset moves only along its states; published and abandoned are final.
CREATE FUNCTION guard_changeset() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.id <> old.id OR (old.state, new.state) NOT IN (
    ('draft', 'draft'), ('draft', 'in-review'), ('draft', 'abandoned'),
    ('in-review', 'draft'), ('in-review', 'approved'), ('in-review', 'abandoned'),
    ('approved', 'draft'), ('approved', 'published'), ('approved', 'abandoned')
  ) THEN
    RAISE EXCEPTION 'a changeset never goes from % to %', old.state, new.state USING ERRCODE = 'FL004';
  END IF;
  IF new.state = 'published' AND NOT EXISTS (SELECT FROM releases WHERE changeset_id = new.id) THEN
    RAISE EXCEPTION 'a changeset is published only by a release' USING ERRCODE = 'FL004';
  END IF;
  RETURN new;
END
$$;
--> statement-breakpoint
CREATE TRIGGER changesets_guard BEFORE UPDATE ON changesets FOR EACH ROW EXECUTE FUNCTION guard_changeset();
--> statement-breakpoint
CREATE TRIGGER changesets_keep BEFORE DELETE OR TRUNCATE ON changesets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The next release is the one after the last, of an approved changeset, and belongs to the transaction that makes it.
CREATE FUNCTION guard_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last integer;
BEGIN
  SELECT coalesce(number, 0) INTO STRICT last FROM release_pointer FOR UPDATE;
  IF new.number <> last + 1 THEN
    RAISE EXCEPTION 'the release after % is %, not %', last, last + 1, new.number USING ERRCODE = 'FL003';
  END IF;
  IF NOT EXISTS (SELECT FROM changesets WHERE id = new.changeset_id AND state = 'approved') THEN
    RAISE EXCEPTION 'only an approved changeset is published' USING ERRCODE = 'FL004';
  END IF;
  new.published_by := pg_current_xact_id()::text;
  RETURN new;
END
$$;
--> statement-breakpoint
CREATE TRIGGER releases_guard BEFORE INSERT ON releases FOR EACH ROW EXECUTE FUNCTION guard_release();
--> statement-breakpoint
CREATE FUNCTION move_release_pointer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE release_pointer SET number = new.number;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER releases_move_pointer AFTER INSERT ON releases FOR EACH ROW EXECUTE FUNCTION move_release_pointer();
--> statement-breakpoint
CREATE TRIGGER releases_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON releases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO release_pointer DEFAULT VALUES;
--> statement-breakpoint
-- Rows that the database moves by itself: a hand on them is refused.
CREATE FUNCTION guard_own_hand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION '% is moved by the database itself', tg_table_name USING ERRCODE = 'FL003';
  END IF;
  RETURN new;
END
$$;
--> statement-breakpoint
CREATE TRIGGER release_pointer_guard BEFORE INSERT OR UPDATE ON release_pointer FOR EACH ROW EXECUTE FUNCTION guard_own_hand();
--> statement-breakpoint
CREATE TRIGGER release_pointer_keep BEFORE DELETE OR TRUNCATE ON release_pointer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- True, or an error where the release is not here: a lagging replica must not answer for a release it does not have.
CREATE FUNCTION has_release(asked integer) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF asked > coalesce((SELECT number FROM release_pointer), 0) THEN
    RAISE EXCEPTION 'release % is not in this database', asked USING ERRCODE = 'FL006';
  END IF;
  RETURN true;
END
$$;
--> statement-breakpoint
INSERT INTO audit_head (seq, hash) VALUES (0, repeat('0', 64));
--> statement-breakpoint
-- Each link names the one before it, the first of a statement the head; the head moves with the statement.
CREATE FUNCTION guard_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head record;
  stray integer;
  last record;
BEGIN
  SELECT seq, hash INTO STRICT head FROM audit_head FOR UPDATE;
  WITH links AS (
    SELECT seq, prev_hash, lag(hash, 1, head.hash) OVER (ORDER BY seq) AS before, head.seq + row_number() OVER (ORDER BY seq) AS place FROM added
  )
  SELECT seq INTO stray FROM links WHERE prev_hash <> before OR seq <> place ORDER BY seq LIMIT 1;
  IF stray IS NOT NULL THEN
    RAISE EXCEPTION 'audit row % does not follow the chain', stray USING ERRCODE = 'FL005';
  END IF;
  SELECT seq, hash INTO last FROM added ORDER BY seq DESC LIMIT 1;
  IF FOUND THEN
    UPDATE audit_head SET seq = last.seq, hash = last.hash;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_chain AFTER INSERT ON audit REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_audit();
--> statement-breakpoint
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_head_guard BEFORE INSERT OR UPDATE ON audit_head FOR EACH ROW EXECUTE FUNCTION guard_own_hand();
--> statement-breakpoint
CREATE TRIGGER audit_head_keep BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
