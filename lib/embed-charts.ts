import { getReadDatabase } from '@/db/client';
import { findChartNames } from '@/db/queries/find-chart-names';

// Which charts a frame may ask for: by every name they ever had. Asked before anything is rendered.

let kept: { readonly release: number; readonly names: Promise<ReadonlyMap<string, string>> } | null = null;

/** Chart ids by the slugs they had up to and including a release. Only the newest release is ever asked for, so one answer is kept. */
export function embedCharts(release: number): Promise<ReadonlyMap<string, string>> {
  if (kept?.release === release) return kept.names;
  const names = getReadDatabase(release).then((db) => findChartNames(db, release));
  const asked = { release, names };
  kept = asked;
  names.catch(() => {
    if (kept === asked) kept = null;
  });
  return names;
}
