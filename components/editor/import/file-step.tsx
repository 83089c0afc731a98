'use client';

import { useId, useState, type DragEvent } from 'react';
import type { WaitingFile } from '@/domain/import/look';
import { SMALL_BUTTON } from '../buttons';

interface FileStepProps {
  readonly file: WaitingFile | null;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly onForget: () => void;
}

const TYPES = '.csv,.tsv,.tab,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Chooses a file, by the button or by dropping it. */
export function FileStep({ file, isBusy, onFile, onForget }: FileStepProps) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  if (file !== null) {
    return (
      <section aria-labelledby={id}>
        <h2 id={id} className="mb-2 font-serif text-xl font-semibold">1. The file</h2>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span><strong className="break-all">{file.name}</strong> <span className="text-muted">· {sizeOf(file.bytes)} · {file.format === 'workbook' ? 'workbook' : 'text'}</span></span>
          <button type="button" className={SMALL_BUTTON} disabled={isBusy} onClick={onForget}>Choose another file</button>
        </p>
      </section>
    );
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined && !isBusy) onFile(dropped);
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-serif text-xl font-semibold">1. The file</h2>
      <div
        className={`flex max-w-prose flex-col gap-3 rounded-sm border border-dashed px-5 py-6 ${isOver ? 'border-accent bg-accent-wash' : 'border-rule-strong bg-raised'}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)} onDrop={drop}
      >
        <label htmlFor={`${id}-file`} className="font-medium">A CSV, TSV or Excel file (.xlsx), up to 512 MB</label>
        <input
          id={`${id}-file`} type="file" accept={TYPES} disabled={isBusy}
          className="w-full max-w-full file:me-3 file:min-h-10 file:rounded-sm file:border file:border-rule-strong file:bg-paper file:px-3 file:text-ink"
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen !== undefined) onFile(chosen);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <p className="text-sm text-muted">Or drop it here. It is kept for an hour at most, for you alone, and nothing is written before you have seen what it would change and said yes.</p>
      </div>
      <details className="mt-4 max-w-prose" open>
        <summary className="cursor-pointer font-medium">What can be taken in</summary>
        <ul className="mt-2 list-disc space-y-1 ps-6">
          <li><strong>Figures</strong>: one a row, or a table whose columns are periods or series. The CSV of any chart of this site can be changed and taken in again.</li>
          <li><strong>Typed as people write them</strong>: 1,234, &gt;200, at least 600, ~450, nearly 300, not yet reported, withheld.</li>
          <li><strong>Events</strong> of UCDP GED, ACLED and GTD: they are added up by month, quarter or year; the events themselves are not kept.</li>
          <li><strong>Closures, claims, incidents and documents</strong> in the columns of our own files.</li>
        </ul>
      </details>
    </section>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
