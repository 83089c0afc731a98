import type { ReactNode } from 'react';
import { printDays, sayEnd } from '@/domain/chart/closure-bars';
import { publishersOf, sayDate } from '@/domain/chart/wording';
import type { Closure } from '@/domain/closure';
import { labelDay } from '@/domain/period';
import { sourceHref } from '@/components/charts/source-link';

/** A closure in a list, with the numbers of its citations in the list of the page. */
export interface ListedClosure {
  readonly closure: Closure;
  readonly crossing: string;
  readonly lane: string;
  readonly citations: readonly number[];
}

interface ClosureTableProps {
  readonly rows: readonly ListedClosure[];
  /** Prefix of the ids of the page's citations. */
  readonly idPrefix: string;
}

/** Columns of words keep room for a line of them where the table scrolls. */
const WIDE = { minWidth: '11rem' };

/** So many rows stand open; the rest is folded. */
const OPEN_ROWS = 8;

/** The newest rows of a list, and the older ones in a fold. */
function Folded({ rows, draw }: { readonly rows: readonly ListedClosure[]; readonly draw: (rows: readonly ListedClosure[], isOlder: boolean) => ReactNode }) {
  if (rows.length <= OPEN_ROWS + 2) return draw(rows, false);
  return (
    <>
      {draw(rows.slice(0, OPEN_ROWS), false)}
      <details className="fold">
        <summary>Older ones <span className="fold-count">{rows.length - OPEN_ROWS}</span></summary>
        {draw(rows.slice(OPEN_ROWS), true)}
      </details>
    </>
  );
}

function Frame({ id, caption, columns, children }: { readonly id: string; readonly caption: string; readonly columns: readonly string[]; readonly children: ReactNode }) {
  return (
    <div className="table-wrap" role="region" aria-label={caption} tabIndex={0} id={id}>
      <table className="chart-table w-full">
        <caption>{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column} scope="col" className={column === 'Days' ? 'is-end' : undefined}>{column}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Subject({ row: { crossing, lane } }: { readonly row: ListedClosure }) {
  return <th scope="row" style={{ minWidth: '8.75rem' }}>{crossing}<small className="remark">{lane}</small></th>;
}

function endOf(closure: Closure): string {
  const open = sayEnd(closure);
  if (open !== null) return open;
  if (closure.end !== null) return sayDate(closure.end, closure.endPrecision ?? 'day');
  return closure.endHigh === null ? 'reopened, day not known' : `by ${labelDay(closure.endHigh)}`;
}

/** The longest closures, in their order. */
export function LongestTable({ rows, idPrefix }: ClosureTableProps) {
  return (
    <Frame id="longest-table" caption="Ranked by the days that are certain" columns={['Crossing', 'Days', 'Shut from', 'Reopened', 'Why', 'Source']}>
      {rows.map((row) => {
        const { closure, citations } = row;
        return (
          <tr key={closure.id}>
            <Subject row={row} />
            <td className="is-end"><a href={sourceHref(idPrefix, citations)} data-mark>{printDays(closure)}</a></td>
            <td className="whitespace-nowrap">{sayDate(closure.start, closure.startPrecision)}</td>
            <td style={WIDE}>{endOf(closure)}</td>
            <td style={WIDE}>{closure.reason}</td>
            <td><a href={sourceHref(idPrefix, citations)}>{publishersOf(closure.citations).join(', ')}</a></td>
          </tr>
        );
      })}
    </Frame>
  );
}

/** Closures on whose edges sources differ: the date the ledger counts with, and every other with who gives it. */
export function DisputedTable({ rows: all, idPrefix }: ClosureTableProps) {
  return <Folded rows={all} draw={(rows, isOlder) => (
    <Frame id={isOlder ? 'disputed-older' : 'disputed-table'} caption={`${isOlder ? 'Older closures' : 'Closures'} for which sources give different days, newest first`} columns={['Crossing', 'What', 'Counted here', 'Other days', 'Days']}>
      {rows.flatMap((row) => (['start', 'end'] as const).flatMap((edge) => {
        const { closure, citations } = row;
        const rivals = closure.rivals.filter((rival) => rival.edge === edge);
        const day = edge === 'start' ? closure.start : closure.end;
        if (rivals.length === 0) return [];
        return (
          <tr key={`${closure.id}-${edge}`}>
            <Subject row={row} />
            <td>{edge === 'start' ? 'Shut' : 'Reopened'}</td>
            <td>
              {day === null ? 'not known' : <a href={sourceHref(idPrefix, citations)} data-mark>{sayDate(day, edge === 'start' ? closure.startPrecision : closure.endPrecision ?? 'day')}</a>}
              <small className="remark">{publishersOf(closure.citations).join(', ')}</small>
            </td>
            <td>
              {rivals.map((rival) => {
                const at = closure.citations.findIndex(({ source }) => source.id === rival.sourceId);
                const index = citations.length === closure.citations.length ? citations[at] : undefined;
                return (
                  <span key={`${rival.day}-${rival.sourceId}`} className="block">
                    <a href={sourceHref(idPrefix, index === undefined ? citations : [index])} data-mark>{labelDay(rival.day)}</a>
                    <small className="remark">{closure.citations[at]?.source.publisher ?? 'another source'}</small>
                  </span>
                );
              })}
            </td>
            <td className="is-end"><a href={sourceHref(idPrefix, citations)} data-mark>{printDays(closure)}</a></td>
          </tr>
        );
      }))}
    </Frame>
  )} />;
}

/** What still passed while a crossing was shut, or only in part when it reopened. */
export function PartialTable({ rows: all, idPrefix }: ClosureTableProps) {
  return <Folded rows={all} draw={(rows, isOlder) => (
    <Frame id={isOlder ? 'partial-older' : 'partial-table'} caption={`Exceptions and partial reopenings${isOlder ? ' of older closures' : ''}, newest first`} columns={['Crossing', 'What still passed', 'Shut from', 'Reopened']}>
      {rows.map((row) => (
        <tr key={row.closure.id}>
          <Subject row={row} />
          <td style={WIDE}><a href={sourceHref(idPrefix, row.citations)} data-mark className="no-underline hover:underline">{row.closure.partialNote}</a></td>
          <td className="whitespace-nowrap">{sayDate(row.closure.start, row.closure.startPrecision)}</td>
          <td style={WIDE}>{endOf(row.closure)}</td>
        </tr>
      ))}
    </Frame>
  )} />;
}
