'use client';

import { rowPath } from '@/lib/inputs/desk-links';
import type { Typed } from './field-spec';
import type { FormStock } from './form-props';

interface SeriesTwinProps {
  readonly typed: Typed;
  readonly id: string | null;
  readonly changesetId: string;
  readonly known: FormStock['knownSeries'];
}

const WHAT_IT_IS = ['indicatorId', 'organisationId', 'geography', 'breakdownDimension', 'breakdown'] as const;

/** Says at once when there is a series of the same indicator, organisation, area and part. */
export function SeriesTwin({ typed, id, changesetId, known }: SeriesTwinProps) {
  const twin = known.find((series) => series.id !== id && WHAT_IT_IS.every((name) => series[name] === typed[name]));
  if (twin === undefined) return null;
  return (
    <p role="status" className="border-s-4 border-accent bg-accent-wash px-4 py-3">
      There is a series of the same indicator, organisation, area and part: <a href={rowPath(changesetId, 'series', twin.id)}>{twin.id}</a>. Two of them would count the same thing twice.{' '}
      <a href={rowPath(changesetId, 'reading', 'new', { seriesId: twin.id })}>Enter readings there</a>
    </p>
  );
}
