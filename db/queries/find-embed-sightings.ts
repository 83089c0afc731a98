import { asc, sql } from 'drizzle-orm';
import type { Day } from '../../domain/day';
import type { Database } from '../client';
import { embedSightings } from '../schema/index';

export interface EmbedHost {
  readonly host: string;
  readonly firstSeen: Day;
  readonly lastSeen: Day;
  /** On how many days. */
  readonly days: number;
  readonly sightings: number;
}

export interface EmbedHosts {
  readonly slug: string;
  /** How many hosts are on record; `hosts` holds the ones seen on most days, at most `limit` of them. */
  readonly total: number;
  readonly hosts: readonly EmbedHost[];
}

/** Where each chart's embed was seen, charts by name, hosts by days seen, then the latest first. */
export async function findEmbedSightings(db: Database, limit = 100): Promise<EmbedHosts[]> {
  const ranked = db.$with('ranked').as(
    db
      .select({
        slug: embedSightings.slug,
        host: embedSightings.host,
        firstSeen: embedSightings.firstSeen,
        lastSeen: embedSightings.lastSeen,
        days: embedSightings.days,
        sightings: embedSightings.sightings,
        total: sql<number>`(count(*) over (partition by ${embedSightings.slug}))::integer`.as('total'),
        place: sql<number>`(row_number() over (partition by ${embedSightings.slug}
          order by ${embedSightings.days} desc, ${embedSightings.lastSeen} desc, ${embedSightings.sightings} desc, ${embedSightings.host}))::integer`.as('place'),
      })
      .from(embedSightings),
  );
  const rows = await db.with(ranked).select().from(ranked).where(sql`${ranked.place} <= ${limit}`).orderBy(asc(ranked.slug), asc(ranked.place));
  const found = new Map<string, { slug: string; total: number; hosts: EmbedHost[] }>();
  for (const { slug, total, host, firstSeen, lastSeen, days, sightings } of rows) {
    const chart = found.get(slug) ?? { slug, total, hosts: [] };
    chart.hosts.push({ host, firstSeen, lastSeen, days, sightings });
    found.set(slug, chart);
  }
  return [...found.values()];
}
