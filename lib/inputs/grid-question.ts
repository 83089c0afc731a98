import { GRID_KINDS, type GridKind } from '@/domain/entry/grid-periods';
import { isDay, parsePeriod, type Day } from '@/domain/period';

// What a grid of readings is asked for by its address: which series, which periods, which way round.

export interface GridQuestion {
  /** In the order asked for, each once. */
  readonly seriesIds: readonly string[];
  /** Null: the kind that the series are mostly counted by. */
  readonly kind: GridKind | null;
  /** Null: a range that ends now. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Whether periods run down and series across. */
  readonly isTurned: boolean;
  /** A reading to begin at. */
  readonly rowId: string | null;
}

/** More series than this are a mistake of the address. */
export const MOST_SERIES = 200;

const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

/** Reads the address; whatever is malformed counts as not asked for. */
export function parseGridQuestion(params: Readonly<Record<string, string | string[] | undefined>>): GridQuestion {
  const ids = first(params.series).split(',').map((id) => id.trim()).filter((id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id));
  return {
    seriesIds: [...new Set(ids)].slice(0, MOST_SERIES),
    kind: GRID_KINDS.find((kind) => kind === first(params.kind)) ?? null,
    from: dayOf(first(params.from), 'start'),
    to: dayOf(first(params.to), 'end'),
    isTurned: first(params.across) === 'series',
    rowId: first(params.row) || null,
  };
}

function dayOf(text: string, edge: 'start' | 'end'): Day | null {
  if (isDay(text)) return text;
  const period = parsePeriod(text);
  return period.ok ? period.value[edge] : null;
}

/** The address of a grid, the other way round. */
export function gridSearch({ seriesIds, kind, from, to, isTurned }: Omit<GridQuestion, 'rowId'>): string {
  const pairs = [['series', seriesIds.join(',')], ['kind', kind ?? ''], ['from', from ?? ''], ['to', to ?? ''], ['across', isTurned ? 'series' : '']];
  const given = pairs.filter(([, value]) => value !== '').map(([name = '', value = '']) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  return given.length === 0 ? '' : `?${given.join('&')}`;
}
