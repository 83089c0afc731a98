'use client';

import { useId, type RefObject } from 'react';
import { confirmable, MOST_SHOWN, type ImportReport, type ReportRow } from '@/domain/import/plan';
import type { Verdict } from '@/domain/import/verdict';
import { MAIN_BUTTON } from '../buttons';

interface ReportStepProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly report: ImportReport;
  /** The mapping was changed since. */
  readonly isStale: boolean;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCheck: () => void;
}

const NAMES: Readonly<Record<Verdict, { readonly name: string; readonly note: string }>> = {
  refused: { name: 'Refused', note: 'While one is refused, none is taken in.' },
  correction: { name: 'Corrections', note: 'What is published was wrong; readers are told why.' },
  update: { name: 'Updates', note: 'The source has a newer figure; the one before stays in the history.' },
  added: { name: 'Added', note: 'Nothing was there.' },
  'left-out': { name: 'Left out', note: 'Nothing to take in.' },
  same: { name: 'Same as published', note: 'Nothing changes.' },
};

/** What needs a person first. */
const ORDER: readonly Verdict[] = ['refused', 'correction', 'update', 'added', 'left-out', 'same'];

/** What would change, row by row, and the button that writes it. */
export function ReportStep({ heading, report, isStale, isBusy, onConfirm, onCheck }: ReportStepProps) {
  const id = useId();
  const may = confirmable(report);
  const drafts = `${report.drafts.toLocaleString('en-US')} ${report.drafts === 1 ? 'row' : 'rows'}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} className="mb-2 font-serif text-xl font-semibold outline-none">3. What would change</h2>
      <p className="mb-4 tabular-nums">{report.rows.toLocaleString('en-US')} {report.rows === 1 ? 'row' : 'rows'} read.</p>
      <dl className="mb-6 grid max-w-3xl grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {ORDER.map((verdict) => (
          <div key={verdict} className={`rounded-sm border px-3 py-2 ${verdict === 'refused' && report.counts.refused > 0 ? 'border-accent bg-accent-wash' : 'border-rule bg-raised'}`}>
            <dt className="text-sm text-muted">{NAMES[verdict].name}</dt>
            <dd className="text-xl font-semibold tabular-nums">{report.counts[verdict].toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
      {report.remarks.length > 0 && <ul className="mb-6 max-w-prose list-disc space-y-1 ps-6">{report.remarks.map((remark) => <li key={remark}>{remark}</li>)}</ul>}
      {ORDER.map((verdict) => <Rows key={verdict} verdict={verdict} rows={report.shown.filter((row) => row.verdict === verdict)} count={report.counts[verdict]} />)}
      <div className="sticky bottom-0 mt-6 border-t border-rule bg-paper py-4">
        {isStale ? (
          <p className="flex flex-wrap items-center gap-3"><button type="button" className={MAIN_BUTTON} disabled={isBusy} onClick={onCheck}>Check again</button> <span>You changed what the columns mean.</span></p>
        ) : may.ok ? (
          <p className="flex flex-wrap items-center gap-3">
            <button type="button" className={MAIN_BUTTON} disabled={isBusy} onClick={onConfirm}>Take {drafts} into the changeset</button>
            <span className="text-sm text-muted">As drafts, all or none. Readers see nothing until the changeset is published.</span>
          </p>
        ) : (
          <p className="max-w-prose" role="status">{may.refusal.message}</p>
        )}
      </div>
    </section>
  );
}

function Rows({ verdict, rows, count }: { readonly verdict: Verdict; readonly rows: readonly ReportRow[]; readonly count: number }) {
  if (count === 0) return null;
  const isChange = verdict === 'correction' || verdict === 'update';
  const { name, note } = NAMES[verdict];
  return (
    <details className="mb-3" open={verdict === 'refused' || isChange || (verdict === 'added' && count <= 20)}>
      <summary className="cursor-pointer py-1"><strong className="font-semibold">{name}</strong> <span className="text-muted tabular-nums">({count.toLocaleString('en-US')})</span> <span className="text-sm text-muted">{note}</span></summary>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={name}>
        <table className="mt-1 w-full border-collapse text-start">
          <thead>
            <tr className="text-sm text-muted">
              <th scope="col" className="py-1 pe-4 text-start font-medium">Row</th>
              {verdict === 'refused' && <th scope="col" className="py-1 pe-4 text-start font-medium">Column</th>}
              <th scope="col" className="py-1 pe-4 text-start font-medium">About</th>
              {verdict === 'refused' || verdict === 'left-out' ? <th scope="col" className="py-1 text-start font-medium">Why</th> : (
                <>
                  <th scope="col" className="py-1 pe-4 text-start font-medium">Now</th>
                  {verdict !== 'same' && <th scope="col" className="py-1 text-start font-medium">Then</th>}
                </>
              )}
            </tr>
          </thead>
          <tbody>{rows.map((row, index) => <Row key={index} row={row} />)}</tbody>
        </table>
      </div>
      {count > rows.length && <p className="mt-1 text-sm text-muted">The first {MOST_SHOWN} of {count.toLocaleString('en-US')} are shown.</p>}
    </details>
  );
}

function Row({ row: { verdict, row, subject, before, after, reason, problem } }: { readonly row: ReportRow }) {
  const cell = 'py-1.5 pe-4 align-top';
  return (
    <tr className="border-t border-rule">
      <td className={`${cell} tabular-nums`}>{row === 0 ? '' : row}</td>
      {verdict === 'refused' && <td className={`${cell} whitespace-nowrap`}>{problem?.column ?? 'the whole row'}</td>}
      <td className={`${cell} break-words`}>{subject}</td>
      {verdict === 'refused' || verdict === 'left-out' ? <td className={`${cell} min-w-64`}>{problem?.reason ?? reason}</td> : (
        <>
          <td className={`${cell} tabular-nums`}>{before ?? 'nothing'}</td>
          {verdict !== 'same' && <td className={`${cell} font-semibold tabular-nums`}>{after}</td>}
        </>
      )}
    </tr>
  );
}
