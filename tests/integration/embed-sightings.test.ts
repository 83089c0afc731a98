import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database, OpenDatabase } from '@/db/client';
import { recordEmbedSightings } from '@/db/mutations/record-embed-sightings';
import { findEmbedSightings } from '@/db/queries/find-embed-sightings';
import { countSightings } from '@/lib/embed-sightings';
import { databases } from '../fixtures/databases';

const seen = (slug: string, host: string, day: string, count = 1) => ({ slug, host, day, count });

describe.each(databases)('where embeds were seen, on %s', (_name, factory) => {
  let open: OpenDatabase;
  let db: Database;
  beforeAll(async () => {
    open = await factory();
    db = open.db;
  });
  afterAll(() => open.close());

  const hostsOf = async (slug: string) => (await findEmbedSightings(db)).find((chart) => chart.slug === slug);

  it('a host keeps its first day, its last, the number of days and of sightings, in whatever order batches come', async () => {
    await recordEmbedSightings(db, [seen('a', 'dawn.com', '2026-11-02', 3), seen('a', 'dawn.com', '2026-11-01', 2), seen('a', 'tribune.com.pk', '2026-11-01')]);
    await recordEmbedSightings(db, [seen('a', 'dawn.com', '2026-11-02', 5)]);
    await recordEmbedSightings(db, [seen('a', 'dawn.com', '2026-10-31'), seen('b', 'dawn.com', '2026-11-09')]);
    expect(await findEmbedSightings(db)).toEqual([
      {
        slug: 'a',
        total: 2,
        hosts: [
          { host: 'dawn.com', firstSeen: '2026-10-31', lastSeen: '2026-11-02', days: 3, sightings: 11 },
          { host: 'tribune.com.pk', firstSeen: '2026-11-01', lastSeen: '2026-11-01', days: 1, sightings: 1 },
        ],
      },
      { slug: 'b', total: 1, hosts: [{ host: 'dawn.com', firstSeen: '2026-11-09', lastSeen: '2026-11-09', days: 1, sightings: 1 }] },
    ]);
  });

  it('two instances that write at once lose no count', async () => {
    const hosts = Array.from({ length: 50 }, (_, index) => `host-${index}.example`);
    const batch = (order: readonly string[]) => recordEmbedSightings(db, order.map((host) => seen('at-once', host, '2026-11-01')));
    await Promise.all(Array.from({ length: 8 }, (_, writer) => batch(writer % 2 === 0 ? hosts : [...hosts].reverse())));
    const found = await hostsOf('at-once');
    expect(found?.total).toBe(50);
    expect(new Set(found?.hosts.map(({ days, sightings }) => `${days} ${sightings}`))).toEqual(new Set(['1 8']));
  });

  it('made-up hosts push out one another, not those that come back', async () => {
    for (const day of ['2026-11-01', '2026-11-02']) await recordEmbedSightings(db, [seen('bounded', 'dawn.com', day)], 10);
    await recordEmbedSightings(db, Array.from({ length: 2_500 }, (_, index) => seen('bounded', `made-up-${index}.example`, '2026-11-03', 9)), 10);
    const found = await hostsOf('bounded');
    expect(found?.total).toBe(10);
    expect(found?.hosts[0]?.host).toBe('dawn.com');
    expect((await findEmbedSightings(db, 3)).find(({ slug }) => slug === 'bounded')).toMatchObject({ total: 10, hosts: { length: 3 } });
    expect((await hostsOf('a'))?.total).toBe(2);
  });

  it('a batch is written whole or not at all, and the table takes neither an address nor a page', async () => {
    const refused = recordEmbedSightings(db, [seen('whole', 'dawn.com', '2026-11-01'), seen('whole', 'dawn.com/news?reader=1', '2026-11-01')]);
    await expect(refused).rejects.toThrow();
    expect(await hostsOf('whole')).toBeUndefined();
    const columns = await db.execute<{ name: string }>(sql`select column_name as name from information_schema.columns where table_name = 'embed_sightings' order by 1`);
    expect(columns.rows.map(({ name }) => name)).toEqual(['days', 'first_seen', 'host', 'last_seen', 'sightings', 'slug']);
  });

  it('what is counted in memory arrives, also when the database had been away', async () => {
    let isAway = true;
    const write = async (batch: Parameters<typeof recordEmbedSightings>[1]) => {
      if (isAway) throw new Error('away');
      await recordEmbedSightings(db, batch);
    };
    const warned: unknown[] = [];
    const [warn, info] = [console.warn, console.info];
    console.warn = console.info = (line: unknown) => void warned.push(line);
    try {
      const sightings = countSightings({ isOn: true, ownHosts: [], write });
      const headers = new Headers({ referer: 'https://www.dawn.com/news/1', 'x-forwarded-for': '203.0.113.9' });
      for (let time = 0; time < 5; time += 1) sightings.note(headers, 'counted', new Date('2026-11-22T23:59:59.999Z'));
      await sightings.flush();
      isAway = false;
      await sightings.stop();
    } finally {
      [console.warn, console.info] = [warn, info];
    }
    expect(await hostsOf('counted')).toEqual({ slug: 'counted', total: 1, hosts: [{ host: 'www.dawn.com', firstSeen: '2026-11-22', lastSeen: '2026-11-22', days: 1, sightings: 5 }] });
    expect(warned).toHaveLength(2);
  });
});
