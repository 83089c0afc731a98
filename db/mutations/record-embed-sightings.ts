import { inArray, sql } from 'drizzle-orm';
import type { EmbedSighting } from '../../domain/embed-sighting';
import type { Database } from '../client';
import { embedSightings } from '../schema/index';

/** Anybody can send any referrer: of the hosts beyond so many a chart, those seen on the fewest days and longest ago are forgotten. */
const HOSTS_PER_CHART = 1_000;
const ROWS_A_STATEMENT = 1_000;

/**
 * Adds counts to the hosts of each chart, all or nothing. No editor and no audit row: a count is no statement of anybody and no part of the ledger.
 * Throws if the database is away.
 */
export async function recordEmbedSightings(db: Database, seen: readonly EmbedSighting[], hostsPerChart = HOSTS_PER_CHART): Promise<void> {
  if (seen.length === 0) return;
  // One order for every instance, or two of them would wait for each other; and a row's days in turn, so that each is counted once.
  const ordered = [...seen].sort((a, b) => compare(a.day, b.day) || compare(a.slug, b.slug) || compare(a.host, b.host));
  await db.transaction(async (tx) => {
    for (const batch of batches(ordered)) {
      await tx
        .insert(embedSightings)
        .values(batch.map(({ slug, host, day, count }) => ({ slug, host, firstSeen: day, lastSeen: day, days: 1, sightings: count })))
        .onConflictDoUpdate({
          target: [embedSightings.slug, embedSightings.host],
          set: {
            firstSeen: sql`least(${embedSightings.firstSeen}, excluded.first_seen)`,
            lastSeen: sql`greatest(${embedSightings.lastSeen}, excluded.last_seen)`,
            days: sql`${embedSightings.days} + (excluded.last_seen not between ${embedSightings.firstSeen} and ${embedSightings.lastSeen})::integer`,
            sightings: sql`${embedSightings.sightings} + excluded.sightings`,
          },
        });
    }
    const slugs = [...new Set(ordered.map(({ slug }) => slug))];
    const rank = sql`row_number() over (partition by slug order by days desc, last_seen desc, sightings desc, host)`;
    const beyond = sql`select slug, host from (select slug, host, ${rank} as place from embed_sightings where ${inArray(sql`slug`, slugs)}) ranked where place > ${hostsPerChart}`;
    await tx.delete(embedSightings).where(sql`(${embedSightings.slug}, ${embedSightings.host}) in (${beyond})`);
  });
}

/** Never two days in one batch: a statement may touch a row only once. */
function batches(ordered: readonly EmbedSighting[]): EmbedSighting[][] {
  const made: EmbedSighting[][] = [];
  for (const sighting of ordered) {
    const last = made.at(-1);
    if (last && last.length < ROWS_A_STATEMENT && last[0]?.day === sighting.day) last.push(sighting);
    else made.push([sighting]);
  }
  return made;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
