// Only series that may stand together are offered: the rules that refuse a chart say beforehand what it may hold.

import { canSumSeries, type Known, type Series, type SeriesFamily } from '../series';
import type { PeriodsDefinition } from './definition';

export type Arrangement = PeriodsDefinition['options']['arrangement'];

export const ARRANGEMENTS: readonly Arrangement[] = ['single', 'grouped', 'stacked', 'line', 'panels'];

/** Why `candidate` may not stand in one chart with the series chosen, in a sentence; null where it may. */
export function whyNotBeside(candidate: Known<Series>, chosen: readonly Known<Series>[], arrangement: Arrangement, family: SeriesFamily): string | null {
  const others = chosen.filter(({ id }) => id !== candidate.id);
  if (others.length === 0 || arrangement === 'single') return null;
  return whyNotTogether([...others, candidate], arrangement, family);
}

/** Why the series chosen cannot be arranged so, in a sentence; null where they can. `hasClosures`: closures lie behind the marks. */
export function whyNotArranged(arrangement: Arrangement, chosen: readonly Known<Series>[], family: SeriesFamily, hasClosures = false): string | null {
  if (arrangement === 'single') return chosen.length > 1 ? 'One series only: take the others out, or arrange them otherwise.' : null;
  if (arrangement === 'stacked' && chosen.length < 2) return 'A stack is made of two parts or more.';
  if (arrangement === 'panels' && hasClosures) return 'Closures lie behind one plot, and panels are several.';
  return whyNotTogether(chosen, arrangement, family);
}

function whyNotTogether(chosen: readonly Known<Series>[], arrangement: Arrangement, family: SeriesFamily): string | null {
  if (arrangement === 'stacked') {
    const permission = canSumSeries(chosen.map(({ id }) => id), family);
    return permission.ok ? null : permission.refusal.message;
  }
  if (arrangement === 'panels') return null;
  const units = [...new Set(chosen.map(({ indicatorId }) => family.indicators.find(({ id }) => id === indicatorId)?.unit ?? indicatorId))];
  return units.length <= 1 ? null : `They have different units (${units.join(', ')}) and cannot share an axis.`;
}
