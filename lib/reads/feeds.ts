import 'server-only';
import { findChartChanges } from '@/db/queries/find-chart-changes';
import { findChartById } from '@/db/queries/find-chart-names';
import { env } from '@/lib/env';
import { chartEntry, correctionEntry, releaseEntry, type ChartChange } from '@/lib/feeds/entries';
import type { Feed, FeedEntry, FeedFormat } from '@/lib/feeds/feed';
import { DEFAULT_VIEW } from '@/lib/inputs/view';
import { readChart, readChartDefinitions } from './chart';
import { readCorrections } from './corrections';
import { readChanges } from './embed';
import { ledgerAt } from './ledger';
import { readReleases } from './releases';

/** Readers come back often: what is older stands on the pages. */
const RELEASES = 50;
const CORRECTIONS = 100;
const OF_A_CHART = 30;

interface Heading {
  readonly title: string;
  readonly description: string;
  readonly homePath: string;
}

/** `/releases` -> `/releases.atom`, `/releases.rss`, `/releases.feed.json` */
async function feedOf(release: number, { title, description, homePath }: Heading, entries: readonly FeedEntry[]): Promise<Feed> {
  const homeUrl = `${env().siteUrl}${homePath}`;
  const selfUrls: Record<FeedFormat, string> = { atom: `${homeUrl}.atom`, rss: `${homeUrl}.rss`, feed: `${homeUrl}.feed.json` };
  const [newest] = await readReleases(release);
  const updatedAt = entries[0]?.publishedAt ?? newest?.publishedAt ?? new Date(0).toISOString();
  return { title, description, homeUrl, selfUrls, updatedAt, entries };
}

export async function readReleasesFeed(release: number): Promise<Feed> {
  const [releases, corrections] = [await readReleases(release), await readCorrections(release)];
  const heading = { title: 'Frontier Ledger: releases', description: 'Every numbered release of the ledger and what it changed.', homePath: '/releases' };
  return feedOf(release, heading, releases.slice(0, RELEASES).map((each) => releaseEntry(each, corrections, env().siteUrl)));
}

export async function readCorrectionsFeed(release: number): Promise<Feed> {
  const charts = new Map((await readChartDefinitions(release)).map(({ slug, title }) => [slug, title]));
  const corrections = (await readCorrections(release)).slice(0, CORRECTIONS);
  const heading = { title: 'Frontier Ledger: corrections', description: 'What was published and had to be corrected or withdrawn: the wrong number, the right one, why, and the charts it touched.', homePath: '/corrections' };
  return feedOf(release, heading, corrections.map((correction) => correctionEntry(correction, charts, env().siteUrl)));
}

/** What each release changed in one chart, or null when the release has no such chart. */
export async function readChartFeed(release: number, slug: string): Promise<Feed | null> {
  const chart = await readChart(release, slug, DEFAULT_VIEW);
  if (!chart) return null;
  const { definition } = chart;
  const db = await ledgerAt(release);
  const rows = await findChartChanges(db, { definitions: [definition], after: 0, upTo: release });
  const numbers = [...new Set(rows.map(({ publishedIn }) => publishedIn))].sort((a, b) => b - a);
  const releases = new Map((await readReleases(release)).map((each) => [each.number, each]));
  const changed: ChartChange[] = [];
  for (const number of numbers) {
    const published = releases.get(number);
    const then = await findChartById(db, number, definition.id);
    if (published === undefined || then === null || changed.length === OF_A_CHART) continue;
    const isFirst = number === 1 || (await findChartById(db, number - 1, definition.id)) === null;
    const changes = isFirst ? [] : await readChanges(definition, number - 1, number, DEFAULT_VIEW);
    if (isFirst || changes.length > 0) changed.push({ release: published, chart: then, isFirst, changes });
  }
  const heading = { title: `Frontier Ledger: ${definition.title}`, description: `What each release changed in the chart “${definition.title}”.`, homePath: `/charts/${slug}` };
  return feedOf(release, heading, changed.map((change) => chartEntry(change, env().siteUrl)));
}
