'use client';

import { Combobox } from '@base-ui/react/combobox';
import { labelDay } from '@/domain/day';
import { foldWords } from '@/lib/search/fold-words';
import type { CitableSource } from './new-sources';

interface SourcePickerProps {
  readonly id: string;
  readonly sources: readonly CitableSource[];
  /** The id of the chosen source; empty while none is. */
  readonly value: string;
  readonly onChange: (sourceId: string) => void;
  readonly isInvalid?: boolean;
}

/** So many are shown at once; more words find the others. */
const SHOWN = 40;

const nameOf = ({ publisher, publishedOn, title }: CitableSource) => [publisher, publishedOn === null ? 'undated' : labelDay(publishedOn), title].join(', ');

/** Chooses one document by words of its title, publisher or day; arrows and Enter do all of it. */
export function SourcePicker({ id, sources, value, onChange, isInvalid = false }: SourcePickerProps) {
  const chosen = sources.find((source) => source.id === value) ?? null;
  return (
    <Combobox.Root
      items={sources} value={chosen} onValueChange={(source) => onChange(source?.id ?? '')} filter={hasWords} limit={SHOWN} autoHighlight
      itemToStringLabel={nameOf} itemToStringValue={(source) => source.id} isItemEqualToValue={(one, other) => one.id === other.id}
    >
      <Combobox.InputGroup className="flex min-h-10 w-full rounded-sm border border-faint bg-raised focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent">
        <Combobox.Input
          id={id} placeholder="Words of its title, publisher or day" aria-invalid={isInvalid || undefined}
          className="min-w-0 grow bg-transparent px-2.5 text-base text-ink outline-none placeholder:text-muted"
        />
        <Combobox.Clear className="px-2.5 text-muted hover:text-accent" aria-label="Choose no source">×</Combobox.Clear>
        <Combobox.Trigger className="px-2.5 text-muted hover:text-accent" aria-label="Show the sources">▾</Combobox.Trigger>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner className="z-50" sideOffset={4}>
          <Combobox.Popup className="w-[max(var(--anchor-width),20rem)] max-w-[var(--available-width)] rounded-sm border border-rule-strong bg-paper text-ink shadow-float">
            <Combobox.Empty><p className="p-3 text-sm text-muted empty:hidden">No source has these words. “New source” below adds it.</p></Combobox.Empty>
            <Combobox.List className="max-h-[min(22rem,var(--available-height))] overflow-y-auto overscroll-contain py-1 data-empty:p-0">
              {(source: CitableSource) => (
                <Combobox.Item key={source.id} value={source} className="cursor-default px-3 py-1.5 outline-none select-none data-highlighted:bg-accent-wash data-selected:font-semibold">
                  <span className="block text-[0.9375rem] leading-snug">{source.title}</span>
                  <span className="block text-sm text-muted">{source.publisher}, {source.publishedOn === null ? 'undated' : labelDay(source.publishedOn)}</span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

function hasWords(source: CitableSource, query: string): boolean {
  const known = foldWords(`${nameOf(source)} ${source.publishedOn ?? ''} ${source.id}`);
  return foldWords(query).split(' ').every((word) => known.includes(word));
}
