'use client';

import { type ClipboardEvent, useState } from 'react';
import { findDuplicates, readPaste, type KnownSource, type ReadSource } from '@/domain/source-entry';
import { labelTypedDay, printTypedDay } from '@/domain/typed-day';
import { rowPath } from '@/lib/inputs/desk-links';
import type { Typed } from './field-spec';
import { BOX } from './look';

interface SourceStartProps {
  readonly typed: Typed;
  /** Null for a new one. */
  readonly id: string | null;
  readonly changesetId: string;
  readonly known: readonly KnownSource[];
  readonly isLocked: boolean;
  readonly onRead: (changes: Typed) => void;
}

/** Begins with a paste: what an address, a DOI or a citation line says by itself is filled in, and a document we have is told at once. */
export function SourceStart({ typed, id, changesetId, known, isLocked, onRead }: SourceStartProps) {
  const [pasted, setPasted] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const text = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : '');
  const twins = findDuplicates({ id: id ?? undefined, url: text('url') === '' ? null : text('url'), title: text('title'), publisher: text('publisher') }, known);

  function fill(from: string) {
    const read = readPaste(from, known);
    const changes = changesOf(read, typed);
    onRead(changes);
    setTold(sayRead(read));
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const from = event.clipboardData.getData('text');
    event.preventDefault();
    setPasted(from);
    fill(from);
  }

  return (
    <div className="flex flex-col gap-3">
      {id === null && (
        <div className="flex flex-col gap-1.5">
          <label htmlFor="paste-source" className="font-medium">Paste an address, a DOI or a citation line</label>
          <p id="paste-source-help" className="text-sm text-muted">
            What it says by itself is filled in below. The page is not fetched: nothing leaves this installation, so no one learns what you are reading.
          </p>
          <input
            id="paste-source" value={pasted} disabled={isLocked} autoComplete="off" spellCheck={false} aria-describedby="paste-source-help" className={BOX} dir="ltr"
            placeholder="https://… · 10.1000/… · Dawn, 12 Oct 2025: “Title”" onPaste={paste}
            onChange={(event) => {
              setPasted(event.target.value);
              setTold(null);
            }}
            onBlur={() => pasted.trim() !== '' && told === null && fill(pasted)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              fill(pasted);
            }}
          />
          <p role="status" className="min-h-5 text-sm">{told}</p>
        </div>
      )}
      {twins.length > 0 && (
        <div role="alert" className="border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p className="font-medium">{twins.length === 1 ? 'We have this document' : 'We have these, which look like this document'}:</p>
          <ul className="mt-1 flex flex-col gap-1">
            {twins.slice(0, 4).map((twin) => (
              <li key={twin.id}><a href={rowPath(changesetId, 'source', twin.id)}>{twin.publisher}: {twin.title}</a></li>
            ))}
          </ul>
          <p className="mt-1 text-sm text-muted">Use it instead: in any row’s sources it is found by its title. Two entries of one document split what rests on it.</p>
        </div>
      )}
    </div>
  );
}

/** Only fields that are still empty are filled in, but for the address, which is what was pasted. */
function changesOf(read: ReadSource, typed: Typed): Typed {
  const isFree = (name: string) => typed[name] === '' || typed[name] === undefined;
  return {
    ...(read.url !== undefined && { url: read.url }),
    ...(read.archiveUrl !== undefined && { archiveUrl: read.archiveUrl }),
    ...(read.title !== undefined && isFree('title') && { title: read.title }),
    ...(read.publisher !== undefined && isFree('publisher') && { publisher: read.publisher }),
    ...(read.published !== undefined && isFree('publishedOn') && { publishedOn: printTypedDay(read.published.day, read.published.precision) }),
  };
}

function sayRead({ url, doi, title, publisher, published, archiveUrl }: ReadSource): string {
  const found = [
    doi !== undefined ? `the DOI ${doi}` : url !== undefined ? 'the address' : null, archiveUrl === undefined ? null : 'the archived copy', publisher === undefined ? null : `the publisher, ${publisher}`,
    title === undefined ? null : 'the title', published === undefined ? null : `the date, ${labelTypedDay(published)}`,
  ].filter((part) => part !== null);
  return found.length === 0 ? 'Nothing could be read from it: fill in the fields by hand.' : `Read from it: ${found.join('; ')}. Check it against the page.`;
}
