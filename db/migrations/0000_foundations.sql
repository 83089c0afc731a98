-- What the tables lean on: an extension and immutable functions that check constraints call.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- The kind that follows from inclusive days; the same rule as periodOf in domain/period.ts.
CREATE FUNCTION period_kind_of(first_day date, last_day date) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN first_day = last_day THEN 'day'
    WHEN extract(day FROM first_day) <> 1 OR extract(day FROM last_day + 1) <> 1 THEN 'custom'
    ELSE CASE (extract(year FROM last_day + 1) * 12 + extract(month FROM last_day + 1)
               - extract(year FROM first_day) * 12 - extract(month FROM first_day))::integer
      WHEN 1 THEN 'month'
      WHEN 3 THEN CASE WHEN extract(month FROM first_day) IN (1, 4, 7, 10) THEN 'quarter' ELSE 'custom' END
      WHEN 6 THEN CASE WHEN extract(month FROM first_day) IN (1, 7) THEN 'half' ELSE 'custom' END
      WHEN 9 THEN CASE WHEN extract(month FROM first_day) IN (1, 4) THEN 'nine-months' ELSE 'custom' END
      WHEN 12 THEN CASE WHEN extract(month FROM first_day) = 1 THEN 'year' ELSE 'custom' END
      ELSE 'custom'
    END
  END
$$;
--> statement-breakpoint
-- The days on which a closure certainly shut its lane, half-open, at least one: up to the day of reopening; where that is not known,
-- through the last day a source speaks of; where it is only known to lie behind, up to the earliest day it can have been.
CREATE FUNCTION closure_days(start_day date, end_day date, end_state text, end_low date, known_on date) RETURNS daterange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT daterange(start_day, greatest(start_day + 1, CASE
    WHEN end_day IS NOT NULL THEN end_day
    WHEN end_state = 'reopened' THEN coalesce(end_low, known_on)
    ELSE known_on + 1
  END), '[)')
$$;
--> statement-breakpoint
-- Words of a quote, as countWords in domain/citation.ts: runs between spaces, long dashes and slashes, bare punctuation not counted.
CREATE FUNCTION word_count(words text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_count(
    translate(words, U&'\2013\2014/\00A0\2009\200A\202F\3000' || U&'!"#$%&''()*+,-.:;<=>?@[]^_`{|}~\005C\2018\2019\201C\201D\2026\00AB\00BB', '        '),
    '[^[:space:]]+')
$$;
