'use client';

import { useMemo, useState } from 'react';
import { type BuilderStock, nameSeries, reachOf } from '@/domain/chart/builder-stock';
import { type Arrangement, whyNotBeside } from '@/domain/chart/offer-series';
import { labelDay, type PeriodKind } from '@/domain/period';
import type { Known, Series } from '@/domain/series';
import { ChosenList } from './chosen-list';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { Choice } from './choice';

interface SeriesChoiceProps {
  readonly stock: BuilderStock;
  readonly chosen: readonly string[];
  /** `one`: a single series, as a year-to-date chart has. */
  readonly arrangement: Arrangement | 'one';
  readonly periodKind: PeriodKind;
  readonly fault?: string;
  readonly onChange: (ids: readonly string[]) => void;
}

const MOST_SHOWN = 60;
const PLURAL: Readonly<Partial<Record<PeriodKind, string>>> = { day: 'days', month: 'months', quarter: 'quarters', half: 'halves', year: 'years' };

/** Series by organisation, indicator and part; only those that may stand beside the ones chosen can be taken, the others say why not. */
export function SeriesChoice({ stock, chosen, arrangement, periodKind, fault, onChange }: SeriesChoiceProps) {
  const [organisation, setOrganisation] = useState('');
  const [indicator, setIndicator] = useState('');
  const [words, setWords] = useState('');
  const [showsOthers, setShowsOthers] = useState(false);
  const isOne = arrangement === 'one' || arrangement === 'single';
  const named = useMemo(() => stock.series.map((series) => ({ series, name: nameSeries(series, stock) })).toSorted(inOrder), [stock]);
  const chosenSeries = chosen.flatMap((id) => stock.series.filter((series) => series.id === id));
  const judged = useMemo(() => {
    const sought = words.toLowerCase().split(/\s+/).filter(Boolean);
    return named
      .filter(({ series, name }) => (organisation === '' || series.organisationId === organisation) && (indicator === '' || series.indicatorId === indicator)
        && sought.every((word) => name.toLowerCase().includes(word)))
      .map((one) => ({ ...one, reason: whyNot(one.series) }));

    function whyNot(series: Known<Series>): string | null {
      if (reachOf(stock, series.id, periodKind) === null) return `It has no values by ${periodKind}.`;
      if (arrangement === 'one') return stock.indicators.find(({ id }) => id === series.indicatorId)?.isSummable === true ? null : 'It cannot be added up over quarters.';
      return whyNotBeside(series, chosenSeries, arrangement, stock);
    }
  }, [named, organisation, indicator, words, stock, periodKind, arrangement, chosenSeries]);
  const offered = judged.filter(({ series, reason }) => reason === null || chosen.includes(series.id));
  const others = judged.filter(({ series, reason }) => reason !== null && !chosen.includes(series.id));
  const used = (field: 'organisationId' | 'indicatorId') => new Set(stock.series.map((series) => series[field]));
  const take = (id: string, isTaken: boolean) => onChange(isOne ? [id] : isTaken ? [...chosen, id] : chosen.filter((other) => other !== id));

  return (
    <FieldFrame isGroup id="series" label={isOne ? 'Series' : 'Series, in the order of the legend'} fault={fault}>
      {!isOne && <ChosenList label="Series chosen" items={chosenSeries.map((series) => ({ id: series.id, name: nameSeries(series, stock) }))} onChange={onChange} />}
      <div className="grid gap-3 sm:grid-cols-2">
        <FieldFrame id="series-organisation" label="Organisation">
          <select id="series-organisation" value={organisation} onChange={(event) => setOrganisation(event.target.value)} className={BOX}>
            <option value="">all</option>
            {stock.organisations.filter(({ id }) => used('organisationId').has(id)).map(({ id, shortName }) => <option key={id} value={id}>{shortName}</option>)}
          </select>
        </FieldFrame>
        <FieldFrame id="series-indicator" label="Indicator">
          <select id="series-indicator" value={indicator} onChange={(event) => setIndicator(event.target.value)} className={BOX}>
            <option value="">everything</option>
            {stock.indicators.filter(({ id }) => used('indicatorId').has(id)).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </FieldFrame>
      </div>
      <FieldFrame id="series-words" label="Part, place or any word">
        <input id="series-words" type="search" value={words} onChange={(event) => setWords(event.target.value)} placeholder="KP, civilians …" className={BOX} />
      </FieldFrame>
      <div className="max-h-64 overflow-y-auto rounded-sm border border-rule px-3 py-1.5" role="group" aria-label="Series that can be chosen" tabIndex={0}>
        {offered.slice(0, MOST_SHOWN).map(({ series, name }) => (
          <Choice
            key={series.id} type={isOne ? 'radio' : 'checkbox'} name="series" isChecked={chosen.includes(series.id)} note={reachWords(stock, series.id, periodKind)}
            onChange={(isTaken) => take(series.id, isTaken)}
          >
            {name}
          </Choice>
        ))}
        {offered.length === 0 && <p className="py-1 text-muted">No series fits. Take a word away, or choose another kind of period.</p>}
        {offered.length > MOST_SHOWN && <p className="py-1 text-sm text-muted">{offered.length - MOST_SHOWN} more: narrow the list above.</p>}
      </div>
      {others.length > 0 && (
        <details open={showsOthers} onToggle={(event) => setShowsOthers(event.currentTarget.open)} className="text-sm">
          <summary className="cursor-pointer text-muted">{others.length} more cannot stand here</summary>
          {showsOthers && (
            <ul className="mt-1 flex max-h-48 flex-col gap-1 overflow-y-auto" tabIndex={0} aria-label="Series that cannot be chosen">
              {others.slice(0, MOST_SHOWN).map(({ series, name, reason }) => <li key={series.id}>{name}: <span className="text-muted">{reason}</span></li>)}
            </ul>
          )}
        </details>
      )}
    </FieldFrame>
  );
}

function reachWords(stock: BuilderStock, seriesId: string, periodKind: PeriodKind): string | null {
  const reach = reachOf(stock, seriesId, periodKind);
  return reach === null ? `no values by ${periodKind}` : `${PLURAL[periodKind] ?? periodKind} from ${labelDay(reach.first)} to ${labelDay(reach.last)}`;
}

interface Named {
  readonly series: Known<Series>;
  readonly name: string;
}

/** By who counts and what; there a total before its parts, which its name alone would put it behind. */
function inOrder(a: Named, b: Named): number {
  const countOf = ({ name }: Named) => name.split(', ').slice(0, 2).join(', ');
  const isPart = ({ series }: Named) => Number(series.breakdown !== 'all');
  return countOf(a).localeCompare(countOf(b), 'en') || isPart(a) - isPart(b) || a.name.localeCompare(b.name, 'en');
}
