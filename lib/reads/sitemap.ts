import 'server-only';
import { findLastChanges } from '@/db/queries/find-last-changes';
import type { SitemapPage } from '@/lib/sitemap';
import { readCorrections } from './corrections';
import { ledgerAt } from './ledger';
import { readReleases } from './releases';

/** Every page of a release with the moment its data last changed: pages of all rows first, then single ones. */
export async function readSitemap(release: number): Promise<readonly SitemapPage[]> {
  const releases = await readReleases(release);
  const [newest] = releases;
  if (!newest) return [];
  const moments = new Map(releases.map(({ number, publishedAt }) => [number, publishedAt]));
  const at = (number: number): string => moments.get(number) ?? newest.publishedAt;
  const changes = await findLastChanges(await ledgerAt(release), release);
  const pagesOf = (shelf: string, known: ReadonlyMap<string, number>): SitemapPage[] => [...known].map(([id, number]) => ({ path: `/${shelf}/${id}`, changedAt: at(number) }));
  const [correction] = await readCorrections(release);
  return [
    ...['/', '/charts', '/incidents', '/sources', '/releases', '/methods', '/data', '/data/api', '/about'].map((path): SitemapPage => ({ path, changedAt: newest.publishedAt })),
    { path: '/closures', changedAt: at(changes.closures) },
    { path: '/corrections', changedAt: correction?.publishedAt ?? newest.publishedAt },
    ...pagesOf('charts', changes.charts),
    ...pagesOf('incidents', changes.incidents),
    ...releases.map(({ number, publishedAt }): SitemapPage => ({ path: `/releases/${number}`, changedAt: publishedAt })),
    ...pagesOf('sources', changes.sources),
  ];
}
