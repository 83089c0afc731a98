'use client';

import { memo, useMemo, useState } from 'react';
import { familyGroups, type EntrySeries, type FamilyGroup } from '@/domain/entry/entry-series';
import { foldWords } from '@/lib/search/fold-words';
import { SMALL_BUTTON } from '../buttons';

interface SeriesPickerProps {
  readonly catalog: readonly EntrySeries[];
  readonly chosen: readonly string[];
  /** `isWithRange`: the range stays as it is, because only series come or go. */
  readonly onChoose: (seriesIds: readonly string[], isWithRange: boolean) => void;
}

/** Chooses the series of the grid: a whole family at one click, or one by one; found by words. */
export const SeriesPicker = memo(function SeriesPicker({ catalog, chosen, onChoose }: SeriesPickerProps) {
  const [isOpen, setOpen] = useState(chosen.length === 0);
  const [words, setWords] = useState('');
  const groups = useMemo(() => familyGroups(catalog), [catalog]);
  const asked = foldWords(words).split(' ').filter((word) => word !== '');
  const shown = groups.filter(({ organisation, indicator, series }) => {
    const known = foldWords(`${organisation} ${indicator} ${series.map(({ label }) => label).join(' ')}`);
    return asked.every((word) => known.includes(word));
  });
  const choose = (seriesIds: readonly string[]) => {
    setOpen(false);
    onChoose(seriesIds, false);
  };
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="border-y border-rule">
      <summary className="py-2 text-sm"><span className="font-medium">Series</span> <span className="text-muted">{chosenWords(catalog, chosen)}</span></summary>
      <div className="pb-4">
        <label className="block text-sm">
          Find by words
          <input
            type="search" value={words} onChange={({ target }) => setWords(target.value)} placeholder="CRSS fatalities"
            className="mt-1 block min-h-10 w-full max-w-md rounded-sm border border-faint bg-raised px-2.5 text-base text-ink"
          />
        </label>
        <ul className="mt-3 max-h-96 divide-y divide-rule overflow-y-auto border-y border-rule" tabIndex={0} aria-label="Series by who counts and what">
          {shown.map((group) => <Group key={group.series[0]?.id ?? group.indicator} group={group} chosen={chosen} onChoose={choose} onSet={(seriesIds) => onChoose(seriesIds, chosen.length > 0)} />)}
          {shown.length === 0 && <li className="py-3 text-sm text-muted">No series has these words. A new one is made among the forms of the changeset.</li>}
        </ul>
      </div>
    </details>
  );
});

interface GroupProps {
  readonly group: FamilyGroup;
  readonly chosen: readonly string[];
  readonly onChoose: (seriesIds: readonly string[]) => void;
  readonly onSet: (seriesIds: readonly string[]) => void;
}

function Group({ group: { organisation, indicator, families, series }, chosen, onChoose, onSet }: GroupProps) {
  const name = `${organisation}, ${indicator}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-2 py-2">
      <span className="min-w-60 grow text-sm"><span className="text-muted">{organisation}</span> {indicator}</span>
      <span className="flex flex-wrap gap-2">
        {families.map((family) => (
          <button key={family.name} type="button" className={SMALL_BUTTON} onClick={() => onChoose(family.seriesIds)}>
            {family.name}{family.seriesIds.length > 1 && <span className="text-muted"> {family.seriesIds.length}</span>}<span className="sr-only"> of {name}</span>
          </button>
        ))}
      </span>
      <details className="w-full text-sm">
        <summary className="text-muted">one by one<span className="sr-only">: {name}</span></summary>
        <ul className="mt-1 grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
          {series.map(({ id, part }) => (
            <li key={id}>
              <label className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox" className="size-4" checked={chosen.includes(id)}
                  onChange={({ target }) => onSet(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
                />
                {part}
              </label>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function chosenWords(catalog: readonly EntrySeries[], chosen: readonly string[]): string {
  const shown = catalog.filter(({ id }) => chosen.includes(id));
  const names = [...new Set(shown.map(({ organisation, indicator }) => `${organisation}, ${indicator}`))];
  if (names.length === 0) return 'none chosen';
  return `${names.slice(0, 2).join('; ')}${names.length > 2 ? ` and ${names.length - 2} more` : ''} (${shown.length})`;
}
