CREATE TABLE "embed_sightings" (
	"slug" text collate "C" NOT NULL,
	"host" text collate "C" NOT NULL,
	"first_seen" date NOT NULL,
	"last_seen" date NOT NULL,
	"days" integer NOT NULL,
	"sightings" bigint NOT NULL,
	CONSTRAINT "embed_sightings_slug_host_pk" PRIMARY KEY("slug","host"),
	CONSTRAINT "embed_sightings_host" CHECK ("embed_sightings"."host" ~ '^[a-z0-9_.-]{3,253}$'),
	CONSTRAINT "embed_sightings_days" CHECK ("embed_sightings"."first_seen" <= "embed_sightings"."last_seen" and "embed_sightings"."days" between 1 and "embed_sightings"."last_seen" - "embed_sightings"."first_seen" + 1),
	CONSTRAINT "embed_sightings_count" CHECK ("embed_sightings"."sightings" >= "embed_sightings"."days")
);
