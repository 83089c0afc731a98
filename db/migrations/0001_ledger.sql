CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"editor_id" text NOT NULL,
	"editor_name" text NOT NULL,
	"editor_nature" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text collate "C" NOT NULL,
	"revision" integer,
	"changeset_id" text collate "C",
	"before" jsonb,
	"after" jsonb,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_seq" CHECK ("audit"."seq" >= 1),
	CONSTRAINT "audit_hash" CHECK ("audit"."hash" ~ '^[0-9a-f]{64}$' and "audit"."prev_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_head_one_row" CHECK ("audit_head"."id")
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"crossing_id" text collate "C" NOT NULL,
	"lane" text NOT NULL,
	"start" date NOT NULL,
	"start_precision" text NOT NULL,
	"start_low" date NOT NULL,
	"start_high" date NOT NULL,
	"end" date,
	"end_state" text NOT NULL,
	"end_precision" text,
	"end_low" date,
	"end_high" date,
	"known_on" date NOT NULL,
	"closed_by" text NOT NULL,
	"reason" text NOT NULL,
	"partial_note" text,
	"rivals" jsonb NOT NULL,
	"confidence" text NOT NULL,
	"note" text,
	CONSTRAINT "closures_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "closures_id" CHECK ("closures"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "closures_revision" CHECK ("closures"."revision" >= 1),
	CONSTRAINT "closures_superseded" CHECK ("closures"."superseded_in" is null or ("closures"."published_in" is not null and "closures"."superseded_in" > "closures"."published_in")),
	CONSTRAINT "closures_change" CHECK ("closures"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "closures_reason" CHECK ("closures"."change" in ('add', 'update') or ("closures"."change_note" is not null and btrim("closures"."change_note") <> '')),
	CONSTRAINT "closures_lane" CHECK ("closures"."lane" in ('trade', 'pedestrian', 'returnees', 'all')),
	CONSTRAINT "closures_start_precision" CHECK ("closures"."start_precision" in ('day', 'month')),
	CONSTRAINT "closures_end_precision" CHECK ("closures"."end_precision" in ('day', 'month')),
	CONSTRAINT "closures_end_state" CHECK ("closures"."end_state" in ('reopened', 'ongoing', 'unknown')),
	CONSTRAINT "closures_confidence" CHECK ("closures"."confidence" in ('high', 'medium', 'low')),
	CONSTRAINT "closures_start_bounds" CHECK ("closures"."start_low" <= "closures"."start" and "closures"."start" <= "closures"."start_high"),
	CONSTRAINT "closures_end_bounds" CHECK ("closures"."end_low" <= "closures"."end_high" and "closures"."end_low" <= "closures"."end" and "closures"."end" <= "closures"."end_high"),
	CONSTRAINT "closures_end_after_start" CHECK ("closures"."end" >= "closures"."start"),
	CONSTRAINT "closures_end_only_if_reopened" CHECK ("closures"."end" is null or "closures"."end_state" = 'reopened'),
	CONSTRAINT "closures_rivals" CHECK (jsonb_typeof("closures"."rivals") = 'array')
);
--> statement-breakpoint
CREATE TABLE "crossings" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"name" text NOT NULL,
	"afghan_side" text,
	"district" text NOT NULL,
	"province_pakistan" text NOT NULL,
	"province_afghanistan" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"coordinate_note" text NOT NULL,
	"used_for" text NOT NULL,
	CONSTRAINT "crossings_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "crossings_id" CHECK ("crossings"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "crossings_revision" CHECK ("crossings"."revision" >= 1),
	CONSTRAINT "crossings_superseded" CHECK ("crossings"."superseded_in" is null or ("crossings"."published_in" is not null and "crossings"."superseded_in" > "crossings"."published_in")),
	CONSTRAINT "crossings_change" CHECK ("crossings"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "crossings_reason" CHECK ("crossings"."change" in ('add', 'update') or ("crossings"."change_note" is not null and btrim("crossings"."change_note") <> '')),
	CONSTRAINT "crossings_name" CHECK (btrim("crossings"."name") <> ''),
	CONSTRAINT "crossings_on_globe" CHECK (("crossings"."latitude" is null) = ("crossings"."longitude" is null) and "crossings"."latitude" between -90 and 90 and "crossings"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"incident_id" text collate "C" NOT NULL,
	"claimant_id" text collate "C" NOT NULL,
	"claimant_as" text NOT NULL,
	"lens" text NOT NULL,
	"losses_of" text collate "C" NOT NULL,
	"losses_of_name" text NOT NULL,
	"measure" text NOT NULL,
	"measure_note" text,
	"low" numeric,
	"high" numeric,
	"qualifier" text NOT NULL,
	"stance" text NOT NULL,
	"is_cumulative" boolean NOT NULL,
	"said_on" date,
	"note" text,
	CONSTRAINT "claims_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "claims_id" CHECK ("claims"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "claims_revision" CHECK ("claims"."revision" >= 1),
	CONSTRAINT "claims_superseded" CHECK ("claims"."superseded_in" is null or ("claims"."published_in" is not null and "claims"."superseded_in" > "claims"."published_in")),
	CONSTRAINT "claims_change" CHECK ("claims"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "claims_reason" CHECK ("claims"."change" in ('add', 'update') or ("claims"."change_note" is not null and btrim("claims"."change_note") <> '')),
	CONSTRAINT "claims_lens" CHECK ("claims"."lens" in ('pakistan', 'taliban', 'independent', 'other')),
	CONSTRAINT "claims_measure" CHECK ("claims"."measure" in ('killed', 'wounded', 'captured', 'posts-seized', 'other')),
	CONSTRAINT "claims_qualifier" CHECK ("claims"."qualifier" in ('exact', 'at-least', 'more-than', 'about', 'nearly')),
	CONSTRAINT "claims_stance" CHECK ("claims"."stance" in ('claims', 'admits', 'denies')),
	CONSTRAINT "claims_low_high" CHECK ("claims"."low" <= "claims"."high"),
	CONSTRAINT "claims_not_negative" CHECK ("claims"."low" >= 0 and "claims"."high" >= 0)
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"title" text NOT NULL,
	"start" date NOT NULL,
	"end" date NOT NULL,
	"place_ids" text[] NOT NULL,
	"trigger" text NOT NULL,
	"summary" text NOT NULL,
	"is_aggregate" boolean NOT NULL,
	CONSTRAINT "incidents_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "incidents_id" CHECK ("incidents"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "incidents_revision" CHECK ("incidents"."revision" >= 1),
	CONSTRAINT "incidents_superseded" CHECK ("incidents"."superseded_in" is null or ("incidents"."published_in" is not null and "incidents"."superseded_in" > "incidents"."published_in")),
	CONSTRAINT "incidents_change" CHECK ("incidents"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "incidents_reason" CHECK ("incidents"."change" in ('add', 'update') or ("incidents"."change_note" is not null and btrim("incidents"."change_note") <> '')),
	CONSTRAINT "incidents_title" CHECK (btrim("incidents"."title") <> ''),
	CONSTRAINT "incidents_days" CHECK ("incidents"."start" <= "incidents"."end")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"name" text NOT NULL,
	"province" text NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"coordinate_note" text NOT NULL,
	CONSTRAINT "places_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "places_id" CHECK ("places"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "places_revision" CHECK ("places"."revision" >= 1),
	CONSTRAINT "places_superseded" CHECK ("places"."superseded_in" is null or ("places"."published_in" is not null and "places"."superseded_in" > "places"."published_in")),
	CONSTRAINT "places_change" CHECK ("places"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "places_reason" CHECK ("places"."change" in ('add', 'update') or ("places"."change_note" is not null and btrim("places"."change_note") <> '')),
	CONSTRAINT "places_name" CHECK (btrim("places"."name") <> ''),
	CONSTRAINT "places_on_globe" CHECK (("places"."latitude" is null) = ("places"."longitude" is null) and "places"."latitude" between -90 and 90 and "places"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"definition" text NOT NULL,
	"includes" text[] NOT NULL,
	"is_summable" boolean NOT NULL,
	CONSTRAINT "indicators_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "indicators_id" CHECK ("indicators"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "indicators_revision" CHECK ("indicators"."revision" >= 1),
	CONSTRAINT "indicators_superseded" CHECK ("indicators"."superseded_in" is null or ("indicators"."published_in" is not null and "indicators"."superseded_in" > "indicators"."published_in")),
	CONSTRAINT "indicators_change" CHECK ("indicators"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "indicators_reason" CHECK ("indicators"."change" in ('add', 'update') or ("indicators"."change_note" is not null and btrim("indicators"."change_note") <> '')),
	CONSTRAINT "indicators_name" CHECK (btrim("indicators"."name") <> ''),
	CONSTRAINT "indicators_unit" CHECK (btrim("indicators"."unit") <> '')
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"kind" text NOT NULL,
	"lens" text NOT NULL,
	"method" text,
	"url" text,
	CONSTRAINT "organisations_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "organisations_id" CHECK ("organisations"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "organisations_revision" CHECK ("organisations"."revision" >= 1),
	CONSTRAINT "organisations_superseded" CHECK ("organisations"."superseded_in" is null or ("organisations"."published_in" is not null and "organisations"."superseded_in" > "organisations"."published_in")),
	CONSTRAINT "organisations_change" CHECK ("organisations"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "organisations_reason" CHECK ("organisations"."change" in ('add', 'update') or ("organisations"."change_note" is not null and btrim("organisations"."change_note") <> '')),
	CONSTRAINT "organisations_name" CHECK (btrim("organisations"."name") <> ''),
	CONSTRAINT "organisations_kind" CHECK ("organisations"."kind" in ('research', 'state', 'armed-group', 'un', 'press', 'ngo', 'other')),
	CONSTRAINT "organisations_lens" CHECK ("organisations"."lens" in ('pakistan', 'taliban', 'independent', 'other')),
	CONSTRAINT "organisations_url" CHECK ("organisations"."url" ~* '^https?://[^[:space:]]+$')
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"series_id" text collate "C" NOT NULL,
	"period_kind" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"value" numeric,
	"empty" text,
	"qualifier" text NOT NULL,
	"reported_on" date,
	"reported_precision" text NOT NULL,
	"known_from" date NOT NULL,
	"kind" text NOT NULL,
	"formula" text,
	"confidence" text NOT NULL,
	"is_unconfirmed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "readings_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "readings_id" CHECK ("readings"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "readings_revision" CHECK ("readings"."revision" >= 1),
	CONSTRAINT "readings_superseded" CHECK ("readings"."superseded_in" is null or ("readings"."published_in" is not null and "readings"."superseded_in" > "readings"."published_in")),
	CONSTRAINT "readings_change" CHECK ("readings"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "readings_reason" CHECK ("readings"."change" in ('add', 'update') or ("readings"."change_note" is not null and btrim("readings"."change_note") <> '')),
	CONSTRAINT "readings_value_xor_empty" CHECK (("readings"."value" is null) <> ("readings"."empty" is null)),
	CONSTRAINT "readings_period" CHECK ("readings"."period_start" <= "readings"."period_end"),
	CONSTRAINT "readings_period_kind" CHECK ("readings"."period_kind" in ('day', 'month', 'quarter', 'half', 'nine-months', 'year', 'custom')),
	CONSTRAINT "readings_period_kind_of_days" CHECK ("readings"."period_kind" = period_kind_of("readings"."period_start", "readings"."period_end")),
	CONSTRAINT "readings_empty" CHECK ("readings"."empty" in ('not-yet-reported', 'not-collected', 'withheld', 'unknown')),
	CONSTRAINT "readings_qualifier" CHECK ("readings"."qualifier" in ('exact', 'at-least', 'more-than', 'about', 'nearly')),
	CONSTRAINT "readings_reported_precision" CHECK ("readings"."reported_precision" in ('day', 'month', 'year', 'unknown')),
	CONSTRAINT "readings_reported_on" CHECK (("readings"."reported_on" is null) = ("readings"."reported_precision" = 'unknown')),
	CONSTRAINT "readings_kind" CHECK ("readings"."kind" in ('reported', 'derived')),
	CONSTRAINT "readings_formula" CHECK (("readings"."kind" = 'derived') = ("readings"."formula" is not null)),
	CONSTRAINT "readings_confidence" CHECK ("readings"."confidence" in ('high', 'medium', 'low'))
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"indicator_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"geography" text NOT NULL,
	"geography_name" text NOT NULL,
	"breakdown_dimension" text NOT NULL,
	"breakdown" text NOT NULL,
	"breakdown_name" text NOT NULL,
	"method_note" text,
	"is_redistributable" boolean NOT NULL,
	CONSTRAINT "series_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "series_id" CHECK ("series"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "series_revision" CHECK ("series"."revision" >= 1),
	CONSTRAINT "series_superseded" CHECK ("series"."superseded_in" is null or ("series"."published_in" is not null and "series"."superseded_in" > "series"."published_in")),
	CONSTRAINT "series_change" CHECK ("series"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "series_reason" CHECK ("series"."change" in ('add', 'update') or ("series"."change_note" is not null and btrim("series"."change_note") <> ''))
);
--> statement-breakpoint
CREATE TABLE "changesets" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"contributors" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"approved_at" timestamp (3) with time zone,
	"approver_id" text,
	"approver_name" text,
	"approved_hash" text,
	"published_at" timestamp (3) with time zone,
	"abandoned_at" timestamp (3) with time zone,
	CONSTRAINT "changesets_state" CHECK ("changesets"."state" in ('draft', 'in-review', 'approved', 'published', 'abandoned')),
	CONSTRAINT "changesets_name" CHECK (btrim("changesets"."name") <> ''),
	CONSTRAINT "changesets_submitted" CHECK ("changesets"."state" in ('draft', 'abandoned') or "changesets"."submitted_at" is not null),
	CONSTRAINT "changesets_approved" CHECK ("changesets"."state" not in ('approved', 'published')
    or ("changesets"."approved_at" is not null and "changesets"."approver_id" is not null and "changesets"."approver_name" is not null and "changesets"."approved_hash" is not null)),
	CONSTRAINT "changesets_published" CHECK (("changesets"."state" = 'published') = ("changesets"."published_at" is not null)),
	CONSTRAINT "changesets_abandoned" CHECK (("changesets"."state" = 'abandoned') = ("changesets"."abandoned_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "release_pointer" (
	"id" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"number" integer,
	CONSTRAINT "release_pointer_one_row" CHECK ("release_pointer"."id")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"number" integer PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"changeset_id" text collate "C" NOT NULL,
	"authors" jsonb NOT NULL,
	"approved_by" text NOT NULL,
	"counts" jsonb NOT NULL,
	"published_by" text DEFAULT pg_current_xact_id()::text NOT NULL,
	CONSTRAINT "releases_changeset_id_unique" UNIQUE("changeset_id"),
	CONSTRAINT "releases_number" CHECK ("releases"."number" >= 1),
	CONSTRAINT "releases_title" CHECK (btrim("releases"."title") <> '')
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"row_kind" text NOT NULL,
	"row_id" text collate "C" NOT NULL,
	"row_revision" integer NOT NULL,
	"position" integer NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"locator" text,
	"quote" text,
	"paraphrase" text,
	"role" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "citations_row_kind_row_id_row_revision_position_pk" PRIMARY KEY("row_kind","row_id","row_revision","position"),
	CONSTRAINT "citations_row_kind" CHECK ("citations"."row_kind" in ('organisation', 'source', 'indicator', 'series', 'reading', 'crossing', 'closure', 'incident', 'claim', 'place', 'annotation', 'chart', 'sentence')),
	CONSTRAINT "citations_not_on_sources" CHECK ("citations"."row_kind" <> 'source'),
	CONSTRAINT "citations_position" CHECK ("citations"."position" >= 1),
	CONSTRAINT "citations_role" CHECK ("citations"."role" in ('main', 'rival')),
	CONSTRAINT "citations_quote_length" CHECK ("citations"."quote" is null or word_count("citations"."quote") between 1 and 25)
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"url_is_copy" boolean NOT NULL,
	"link_note" text,
	"published_on" date,
	"published_precision" text NOT NULL,
	"accessed_on" date NOT NULL,
	"archive_url" text,
	"language" text NOT NULL,
	"licence" text NOT NULL,
	CONSTRAINT "sources_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "sources_id" CHECK ("sources"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "sources_revision" CHECK ("sources"."revision" >= 1),
	CONSTRAINT "sources_superseded" CHECK ("sources"."superseded_in" is null or ("sources"."published_in" is not null and "sources"."superseded_in" > "sources"."published_in")),
	CONSTRAINT "sources_change" CHECK ("sources"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "sources_reason" CHECK ("sources"."change" in ('add', 'update') or ("sources"."change_note" is not null and btrim("sources"."change_note") <> '')),
	CONSTRAINT "sources_title" CHECK (btrim("sources"."title") <> ''),
	CONSTRAINT "sources_publisher" CHECK (btrim("sources"."publisher") <> ''),
	CONSTRAINT "sources_url" CHECK ("sources"."url" ~* '^https?://[^[:space:]]+$'),
	CONSTRAINT "sources_archive_url" CHECK ("sources"."archive_url" ~* '^https?://[^[:space:]]+$'),
	CONSTRAINT "sources_url_or_note" CHECK ("sources"."url" is not null or "sources"."link_note" is not null),
	CONSTRAINT "sources_published_precision" CHECK ("sources"."published_precision" in ('day', 'month', 'year', 'unknown')),
	CONSTRAINT "sources_published_on" CHECK (("sources"."published_on" is null) = ("sources"."published_precision" = 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"day" date NOT NULL,
	"label" text NOT NULL,
	"description" text NOT NULL,
	CONSTRAINT "annotations_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "annotations_id" CHECK ("annotations"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "annotations_revision" CHECK ("annotations"."revision" >= 1),
	CONSTRAINT "annotations_superseded" CHECK ("annotations"."superseded_in" is null or ("annotations"."published_in" is not null and "annotations"."superseded_in" > "annotations"."published_in")),
	CONSTRAINT "annotations_change" CHECK ("annotations"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "annotations_reason" CHECK ("annotations"."change" in ('add', 'update') or ("annotations"."change_note" is not null and btrim("annotations"."change_note") <> '')),
	CONSTRAINT "annotations_label" CHECK (btrim("annotations"."label") <> '')
);
--> statement-breakpoint
CREATE TABLE "charts" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"slug" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"subtitle" text NOT NULL,
	"description" text NOT NULL,
	"counting_rule" text NOT NULL,
	"alt_text" text NOT NULL,
	"position" integer NOT NULL,
	"options" jsonb NOT NULL,
	CONSTRAINT "charts_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "charts_id" CHECK ("charts"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "charts_revision" CHECK ("charts"."revision" >= 1),
	CONSTRAINT "charts_superseded" CHECK ("charts"."superseded_in" is null or ("charts"."published_in" is not null and "charts"."superseded_in" > "charts"."published_in")),
	CONSTRAINT "charts_change" CHECK ("charts"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "charts_reason" CHECK ("charts"."change" in ('add', 'update') or ("charts"."change_note" is not null and btrim("charts"."change_note") <> '')),
	CONSTRAINT "charts_slug" CHECK ("charts"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "charts_kind" CHECK ("charts"."kind" in ('periods', 'year-to-date', 'closures', 'closed-days', 'claims', 'map')),
	CONSTRAINT "charts_title" CHECK (btrim("charts"."title") <> ''),
	CONSTRAINT "charts_options" CHECK (jsonb_typeof("charts"."options") = 'object')
);
--> statement-breakpoint
CREATE TABLE "sentences" (
	"id" text collate "C" NOT NULL,
	"revision" integer NOT NULL,
	"published_in" integer,
	"superseded_in" integer,
	"changeset_id" text collate "C" NOT NULL,
	"change" text NOT NULL,
	"change_note" text,
	"text" text NOT NULL,
	"bindings" jsonb NOT NULL,
	"conditions" jsonb NOT NULL,
	"placement" text collate "C" NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "sentences_id_revision_pk" PRIMARY KEY("id","revision"),
	CONSTRAINT "sentences_id" CHECK ("sentences"."id" ~ '^[A-Za-z0-9][A-Za-z0-9._~-]{0,199}$'),
	CONSTRAINT "sentences_revision" CHECK ("sentences"."revision" >= 1),
	CONSTRAINT "sentences_superseded" CHECK ("sentences"."superseded_in" is null or ("sentences"."published_in" is not null and "sentences"."superseded_in" > "sentences"."published_in")),
	CONSTRAINT "sentences_change" CHECK ("sentences"."change" in ('add', 'update', 'correct', 'withdraw')),
	CONSTRAINT "sentences_reason" CHECK ("sentences"."change" in ('add', 'update') or ("sentences"."change_note" is not null and btrim("sentences"."change_note") <> '')),
	CONSTRAINT "sentences_text" CHECK (btrim("sentences"."text") <> ''),
	CONSTRAINT "sentences_bindings" CHECK (jsonb_typeof("sentences"."bindings") = 'array' and jsonb_typeof("sentences"."conditions") = 'array')
);
--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crossings" ADD CONSTRAINT "crossings_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crossings" ADD CONSTRAINT "crossings_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "crossings" ADD CONSTRAINT "crossings_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_pointer" ADD CONSTRAINT "release_pointer_number_releases_number_fk" FOREIGN KEY ("number") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sentences" ADD CONSTRAINT "sentences_published_in_releases_number_fk" FOREIGN KEY ("published_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sentences" ADD CONSTRAINT "sentences_superseded_in_releases_number_fk" FOREIGN KEY ("superseded_in") REFERENCES "public"."releases"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sentences" ADD CONSTRAINT "sentences_changeset_id_changesets_id_fk" FOREIGN KEY ("changeset_id") REFERENCES "public"."changesets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit" USING btree ("subject","subject_id","revision");--> statement-breakpoint
CREATE INDEX "audit_by_changeset" ON "audit" USING btree ("changeset_id");--> statement-breakpoint
CREATE UNIQUE INDEX "closures_one_draft" ON "closures" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "closures_one_current" ON "closures" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "closures_drafts" ON "closures" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "closures_corrections" ON "closures" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE INDEX "closures_by_crossing" ON "closures" USING btree ("crossing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "crossings_one_draft" ON "crossings" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "crossings_one_current" ON "crossings" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "crossings_drafts" ON "crossings" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "crossings_corrections" ON "crossings" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "claims_one_draft" ON "claims" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_one_current" ON "claims" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "claims_drafts" ON "claims" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "claims_corrections" ON "claims" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE INDEX "claims_by_incident" ON "claims" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "claims_by_claimant" ON "claims" USING btree ("claimant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_draft" ON "incidents" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_one_current" ON "incidents" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "incidents_drafts" ON "incidents" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "incidents_corrections" ON "incidents" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "places_one_draft" ON "places" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "places_one_current" ON "places" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "places_drafts" ON "places" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "places_corrections" ON "places" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "indicators_one_draft" ON "indicators" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "indicators_one_current" ON "indicators" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "indicators_drafts" ON "indicators" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "indicators_corrections" ON "indicators" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_one_draft" ON "organisations" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_one_current" ON "organisations" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "organisations_drafts" ON "organisations" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "organisations_corrections" ON "organisations" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "readings_one_draft" ON "readings" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "readings_one_current" ON "readings" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "readings_drafts" ON "readings" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "readings_corrections" ON "readings" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE INDEX "readings_as_of" ON "readings" USING btree ("series_id",coalesce(superseded_in, 2147483647),"published_in","known_from");--> statement-breakpoint
CREATE UNIQUE INDEX "series_one_draft" ON "series" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "series_one_current" ON "series" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "series_drafts" ON "series" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "series_corrections" ON "series" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE INDEX "series_by_indicator" ON "series" USING btree ("indicator_id");--> statement-breakpoint
CREATE INDEX "series_by_organisation" ON "series" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "changesets_by_state" ON "changesets" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "citations_by_source" ON "citations" USING btree ("source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_one_draft" ON "sources" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sources_one_current" ON "sources" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "sources_drafts" ON "sources" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "sources_corrections" ON "sources" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "annotations_one_draft" ON "annotations" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "annotations_one_current" ON "annotations" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "annotations_drafts" ON "annotations" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "annotations_corrections" ON "annotations" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "charts_one_draft" ON "charts" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "charts_one_current" ON "charts" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "charts_drafts" ON "charts" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "charts_corrections" ON "charts" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');--> statement-breakpoint
CREATE UNIQUE INDEX "charts_one_current_slug" ON "charts" USING btree ("slug") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sentences_one_draft" ON "sentences" USING btree ("id") WHERE published_in is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sentences_one_current" ON "sentences" USING btree ("id") WHERE published_in is not null and superseded_in is null;--> statement-breakpoint
CREATE INDEX "sentences_drafts" ON "sentences" USING btree ("changeset_id") WHERE published_in is null;--> statement-breakpoint
CREATE INDEX "sentences_corrections" ON "sentences" USING btree ("published_in","id") WHERE change in ('correct', 'withdraw');