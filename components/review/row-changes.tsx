import { CorrectionFields, fieldLabel, withoutSlots } from '@/components/layout/correction-fields';
import { citationLine, type Citation } from '@/domain/citation';
import type { PublishedChange } from '@/domain/release';
import { KIND_NAMES } from '@/domain/row-kinds';

export interface ReviewedRow extends PublishedChange {
  readonly citationsBefore: readonly Citation[];
  /** Where the row is written in the changeset. */
  readonly href: string;
}

const DONE: Readonly<Record<PublishedChange['change'], string>> = { add: 'New', update: 'Update', correct: 'Correction', withdraw: 'Withdrawal' };
/** Few enough rows to stand open. */
const OPEN_ROWS = 12;

/** Every row before and after, field by field, with what it is cited to. */
export function RowChanges({ rows }: { readonly rows: readonly ReviewedRow[] }) {
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {rows.map((row) => (
        <li key={`${row.kind}:${row.id}`} id={`row-${row.kind}-${row.id}`} className="target:bg-accent-wash">
          <details open={rows.length <= OPEN_ROWS}>
            <summary className="min-h-11 py-2.5 [overflow-wrap:anywhere]">
              <span className={`me-2 text-sm ${row.change === 'correct' || row.change === 'withdraw' ? 'font-semibold text-accent' : 'text-muted'}`}>{DONE[row.change]}</span>
              <span className="font-medium">{withoutSlots(row.title)}</span>
              <span className="ms-2 text-sm text-muted">{KIND_NAMES[row.kind].one}</span>
            </summary>
            <div className="pb-5 ps-5">
              {row.note !== '' && <p className="max-w-prose font-serif text-lg">{row.note}</p>}
              <Fields row={row} />
              <Cited before={row.change === 'add' ? null : row.citationsBefore} after={row.citations} />
              <p className="mt-2 text-sm"><a href={row.href} className="inline-block py-1">Open this row</a></p>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** A new row takes the place of nothing, so that all of it is read at once and nothing is struck out. */
function Fields({ row: { change, fields } }: { readonly row: ReviewedRow }) {
  if (fields.length === 0) return <p className="text-sm text-muted">Its fields stay as they are.</p>;
  if (change !== 'add') return <CorrectionFields fields={fields} />;
  return (
    <dl className="mt-2 grid grid-cols-[8rem_1fr] gap-x-4 gap-y-1 text-[0.9375rem] sm:grid-cols-[9rem_1fr]">
      {fields.map(({ name, after }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{fieldLabel(name)}</dt>
          <dd className="[overflow-wrap:anywhere]">{withoutSlots(after)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The words that a citation stands for, so that equal ones can be told from changed ones. */
function words({ source, locator, quote, paraphrase, role }: Citation): string {
  return JSON.stringify([source.id, locator, quote, paraphrase, role]);
}

/** `before` is null for a row that is new. */
function Cited({ before, after }: { readonly before: readonly Citation[] | null; readonly after: readonly Citation[] }) {
  const kept = new Set(after.map(words));
  const was = new Set((before ?? []).map(words));
  const gone = (before ?? []).filter((citation) => !kept.has(words(citation)));
  if (after.length + gone.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2 border-t border-rule pt-2 text-sm" aria-label="Sources">
      {gone.map((citation) => <li key={words(citation)}><del className="text-muted decoration-accent"><Citing citation={citation} /></del></li>)}
      {after.map((citation) => (
        <li key={words(citation)}>
          {before !== null && !was.has(words(citation)) && <b className="me-1 font-semibold text-accent">New source:</b>}
          <Citing citation={citation} />
        </li>
      ))}
    </ul>
  );
}

function Citing({ citation }: { readonly citation: Citation }) {
  const { source, locator, quote, paraphrase } = citation;
  const line = citationLine(citation);
  return (
    <span className="[overflow-wrap:anywhere]">
      {source.url === null ? line : <a href={source.url} rel="noreferrer external" target="_blank">{line}</a>}
      {locator !== null && <span className="text-muted"> · {locator}</span>}
      {quote !== null && <q className="mt-0.5 block font-serif" lang={source.language} dir="auto">{quote}</q>}
      {quote === null && paraphrase !== null && <span className="mt-0.5 block text-muted">{paraphrase}</span>}
    </span>
  );
}
