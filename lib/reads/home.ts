import 'server-only';
import type { Correction, Release } from '@/domain/release';
import type { MapModel } from '@/domain/chart/model';
import type { View } from '@/lib/inputs/view';
import { type ChartRead, readChart } from './chart';
import { readCorrections } from './corrections';
import { type LateSourcesRead, readLateSources } from './late-sources';
import { readReleases } from './releases';
import { readSentences, type SentencesRead } from './sentences';

/** The charts that open the site, in the order of the story they tell. */
const OPENING_CHARTS = ['fatalities-by-quarter', 'attacks-by-month', 'border-closures', 'clashes-october-2025'] as const;
const MAP = 'border-map';
const LATELY = 3;

export interface HomeRead {
  readonly headlines: SentencesRead;
  readonly charts: readonly ChartRead[];
  /** Null where the release has no map. */
  readonly map: MapModel | null;
  readonly late: LateSourcesRead | null;
  readonly releases: readonly Release[];
  readonly corrections: readonly Correction[];
}

/** The first chart of the overview, whose picture goes with links to it. */
export function readOpeningChart(release: number, view: View): Promise<ChartRead | null> {
  return readChart(release, OPENING_CHARTS[0], view);
}

/** Everything the overview shows. A chart that the release does not have yet is left out. */
export async function readHome(release: number, view: View): Promise<HomeRead> {
  const [headlines, charts, map, late, releases, corrections] = await Promise.all([
    readSentences(release, 'home', view.asOf),
    Promise.all(OPENING_CHARTS.map((slug) => readChart(release, slug, view))),
    readChart(release, MAP, view),
    readLateSources(release, view.asOf),
    readReleases(release),
    readCorrections(release),
  ]);
  return {
    headlines,
    charts: charts.filter((chart) => chart !== null),
    map: map?.model.kind === 'map' ? map.model : null,
    late,
    releases: releases.slice(0, LATELY),
    corrections: corrections.slice(0, LATELY),
  };
}
