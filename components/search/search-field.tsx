'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '@/components/words/words';
import { joinLanguage } from '@/lib/inputs/language-path';
import type { View } from '@/lib/inputs/view';
import type { SearchEntry } from '@/lib/search/entry';
import type { Finder } from '@/lib/search/finder';
import { isSlashOn } from './slash-choice';

interface SearchFieldProps {
  /** The release that is looked through. */
  readonly release: number;
  /** The reader is pinned to it: links and the page of results stay in it. */
  readonly pinned: boolean;
  readonly theme: View['theme'];
  readonly digits: View['digits'];
  readonly initialWords?: string;
  /** On its own page the field is large and is the one that the slash key goes to. */
  readonly isMain?: boolean;
}

const SHOWN = 8;

/** Asks the page of results; once script runs it also offers what it finds while one types. The index is loaded on the first focus. */
export function SearchField({ release, pinned, theme, digits, initialWords = '', isMain = false }: SearchFieldProps) {
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const find = useRef<Finder | null>(null);
  const [found, setFound] = useState<readonly SearchEntry[]>([]);
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => listenForSlash(field), []);

  const look = (): void => {
    const sought = field.current?.value.trim() ?? '';
    setFound(sought === '' || find.current === null ? [] : find.current(sought).entries.slice(0, SHOWN));
    setChosen(-1);
    setOpen(sought !== '');
  };
  const load = async (): Promise<void> => {
    if (find.current !== null) return;
    const { loadFinder } = await import('./load-finder');
    find.current = await loadFinder(release);
    if (document.activeElement === field.current && field.current?.value !== initialWords) look();
  };
  const write = ({ path, fragment }: SearchEntry): string => `${withView(joinLanguage(words.language, path), { release: pinned && release, theme, digits })}${fragment}`;
  const move = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
      setChosen(-1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      if (!isOpen) return setOpen(true);
      // One place more than there are entries: the field itself.
      const places = found.length + 1;
      setChosen((now) => ((now + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1);
    } else if (event.key === 'Enter' && isOpen && found[chosen] !== undefined) {
      event.preventDefault();
      document.getElementById(`${id}-${chosen}`)?.click();
      setOpen(false);
    }
  };

  const isShown = isOpen && found.length > 0;
  return (
    <form action={joinLanguage(words.language, '/search')} method="get" role="search" aria-label={words.say(isMain ? 'search.field.formMain' : 'search.field.form')} className="relative">
      <input
        ref={field}
        id={id}
        name="q"
        type="search"
        role="combobox"
        aria-label={words.say('search.field.label')}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && chosen >= 0 ? `${id}-${chosen}` : undefined}
        placeholder={words.say(isMain ? 'search.field.placeholder' : 'search.field.label')}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={80}
        enterKeyHint="search"
        defaultValue={initialWords}
        data-search={isMain ? 'main' : 'header'}
        onFocus={() => void load().catch(() => undefined)}
        onInput={look}
        onKeyDown={move}
        onBlur={() => setOpen(false)}
        className={`w-full rounded-sm border border-faint bg-raised text-ink placeholder:text-muted ${isMain ? 'min-h-12 px-3 text-lg' : 'min-h-9 px-2.5 text-sm'}`}
      />
      {pinned && <input type="hidden" name="release" value={release} />}
      {theme && <input type="hidden" name="theme" value={theme} />}
      {digits && <input type="hidden" name="digits" value={digits} />}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.say('search.field.found')}
        hidden={!isShown}
        onMouseDown={(event) => event.preventDefault()}
        className="absolute end-0 top-full z-40 mt-1 w-full min-w-[min(26rem,calc(100vw-2rem))] border border-rule-strong bg-raised text-start shadow-float"
      >
        {found.map((entry, position) => (
          <a
            key={`${entry.kind} ${entry.id}`}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === chosen}
            tabIndex={-1}
            href={write(entry)}
            className="flex items-baseline justify-between gap-x-4 border-t border-rule px-3 py-2 text-ink no-underline first:border-t-0 hover:bg-accent-wash hover:text-ink aria-selected:bg-accent-wash aria-selected:shadow-[inset_3px_0_0_var(--accent)]"
          >
            <span className="min-w-0">
              <span className="block text-[0.9375rem] leading-snug">{entry.title}</span>
              <span className="block truncate text-xs text-muted"><bdi>{entry.note}</bdi></span>
            </span>
            <span className="shrink-0 text-xs text-muted">{words.say(`search.kind.${entry.kind}.one`)}</span>
          </a>
        ))}
      </div>
      <p role="status" className="sr-only">{isOpen && (found.length > 0 ? words.say('search.field.count', { count: found.length, printed: words.number(found.length) }) : '')}</p>
    </form>
  );
}

function withView(path: string, { release, theme, digits }: Pick<View, 'theme' | 'digits'> & { readonly release: number | false }): string {
  const added = [release !== false && `release=${release}`, theme && `theme=${theme}`, digits && `digits=${digits}`].filter(Boolean).join('&');
  return added === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${added}`;
}

/** The slash key goes to the field, unless one is writing somewhere or has switched it off. */
function listenForSlash(field: { readonly current: HTMLInputElement | null }): () => void {
  const listen = (event: globalThis.KeyboardEvent): void => {
    const isWriting = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
    const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting || document.querySelector('dialog[open]') !== null;
    if (event.key !== '/' || isTaken || !isSlashOn()) return;
    const target = field.current;
    if (target === null || target.getClientRects().length === 0 || (target.dataset.search === 'header' && document.querySelector('[data-search="main"]'))) return;
    event.preventDefault();
    target.focus();
    target.select();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
