import 'server-only';
import { findChartChanges } from '@/db/queries/find-chart-changes';
import { findChartById, findChartNames } from '@/db/queries/find-chart-names';
import { findRelease } from '@/db/queries/find-releases';
import { changesBetween, lastCorrection, type FigureChange } from '@/domain/embed/changes';
import { guardedRelease, suspects } from '@/domain/embed/guard';
import type { ChartDefinition } from '@/domain/chart/definition';
import type { Release } from '@/domain/release';
import type { EmbedMode } from '@/lib/inputs/embed';
import type { View } from '@/lib/inputs/view';
import { ownSeries, readChart, strangeBreakdown, strangeSeries, type ChartRead } from './chart';
import { ledgerAt } from './ledger';

/** Why and since when a chart is no longer published. */
export interface ChartWithdrawal {
  readonly release: number;
  readonly note: string;
}

/** A chart as a frame shows it, with what has changed in it since. */
export interface FrameRead {
  readonly state: 'shown';
  readonly chart: ChartRead;
  /** The release shown. */
  readonly release: Release;
  readonly current: number;
  /** Changes from the release shown to the current one, or, for a guarded frame, by the correction that stopped it. Empty when live. */
  readonly changes: readonly FigureChange[];
  /** The release that stopped a guarded frame. */
  readonly stoppedBy: number | null;
  /** The chart was withdrawn after the release shown. */
  readonly withdrawal: ChartWithdrawal | null;
  /** The latest release that corrected one of the figures shown. */
  readonly correctedIn: number | null;
  /** The slug the chart has now: that of its page. */
  readonly slug: string;
}

export type EmbedRead =
  | FrameRead
  | { readonly state: 'withdrawn'; readonly slug: string; readonly title: string; readonly withdrawal: ChartWithdrawal }
  | { readonly state: 'not-yet'; readonly slug: string; readonly title: string; readonly release: number }
  | { readonly state: 'strange-series'; readonly allowed: readonly string[] }
  | { readonly state: 'strange-breakdown'; readonly allowed: readonly string[] }
  | { readonly state: 'absent' };

interface Question {
  /** The newest release: all that an answer depends on beside the address. */
  readonly current: number;
  readonly slug: string;
  readonly view: View;
  readonly mode: EmbedMode;
}

/** What a frame shows. A former slug finds its chart; a chart that is gone says so. */
export async function readEmbed({ current, slug: asked, view, mode }: Question): Promise<EmbedRead> {
  const db = await ledgerAt(current);
  const id = (await findChartNames(db, current)).get(asked);
  const now = id === undefined ? null : await findChartById(db, current, id);
  if (now === null) return { state: 'absent' };
  const stop = mode.kind === 'guarded' ? await readStop(now, mode.release, current, view) : { release: current, stoppedBy: null };
  const number = mode.kind === 'pinned' ? mode.release : stop.release;
  const then = number === current ? now : await findChartById(db, number, now.id);
  if (then === null) return { state: 'not-yet', slug: now.slug, title: now.title, release: number };
  if (then.status === 'withdrawn') return { state: 'withdrawn', slug: then.slug, title: then.title, withdrawal: withdrawalOf(then) };
  const chart = await readChart(number, then.slug, view);
  const release = await findRelease(db, number);
  if (chart === null || release === null) throw new Error(`Release ${number} has lost its chart ${then.slug}.`);
  if (strangeBreakdown(chart, view)) return { state: 'strange-breakdown', allowed: chart.breakdowns };
  if (strangeSeries(chart, view.series).length > 0) return { state: 'strange-series', allowed: ownSeries(chart.definition) };
  return {
    state: 'shown', chart, release, current, stoppedBy: stop.stoppedBy, slug: now.slug,
    changes: await readChanges(now, number, stop.stoppedBy ?? current, view),
    withdrawal: now.status === 'withdrawn' ? withdrawalOf(now) : null,
    correctedIn: lastCorrection(chart.model, chart.rows),
  };
}

function withdrawalOf({ publishedIn, changeNote }: ChartDefinition): ChartWithdrawal {
  return { release: publishedIn, note: changeNote ?? '' };
}

/** What changed in a chart between two releases; nothing where one of them has no such chart. */
export async function readChanges(chart: ChartDefinition, from: number, to: number, view: View): Promise<readonly FigureChange[]> {
  if (from === to) return [];
  const db = await ledgerAt(to);
  const [before, after] = [await findChartById(db, from, chart.id), await findChartById(db, to, chart.id)];
  if (before === null || after === null || after.status === 'withdrawn') return [];
  const [was, is] = [await readChart(from, before.slug, view), await readChart(to, after.slug, view)];
  if (was === null || is === null) return [];
  return changesBetween(was.model, is.model, await findChartChanges(db, { definitions: [was.definition, is.definition], after: from, upTo: to }));
}

/** A chart as the view shows it: where it is split, its parts bear on it. */
async function inView(definition: ChartDefinition, release: number, view: View): Promise<ChartDefinition> {
  return (await readChart(release, definition.slug, view))?.definition ?? definition;
}

/** Where a guarded frame stands: the newest release, or the last before one that corrected this chart. */
async function readStop(chart: ChartDefinition, guard: number, current: number, view: View) {
  const db = await ledgerAt(current);
  const first = await findChartById(db, guard, chart.id);
  const definitions = [...(first === null ? [] : [await inView(first, guard, view)]), await inView(chart, current, view)];
  const rows = await findChartChanges(db, { definitions, after: guard, upTo: current });
  for (const release of suspects(rows)) {
    const isWithdrawn = rows.some(({ kind, change, publishedIn }) => kind === 'chart' && change === 'withdraw' && publishedIn === release);
    const changes = isWithdrawn ? [] : await readChanges(chart, release - 1, release, view);
    if (isWithdrawn || changes.some(({ nature }) => nature === 'correction')) return guardedRelease(current, [release]);
  }
  return guardedRelease(current, []);
}
