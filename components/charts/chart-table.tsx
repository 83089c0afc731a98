import type { ChartModel, PeriodMark } from '@/domain/chart/model';
import type { TableCell } from '@/domain/chart/model-parts';
import { EMPTY_LABELS } from '@/domain/reading';
import { CellHistory } from '@/components/history/cell-history';
import { sourceHref } from './source-link';

/** A page with more rows than this is no help to anybody; all of them stand in the files. */
const MOST_ROWS = 1000;
/** From so many columns on the table keeps its width and scrolls, instead of breaking words into towers. */
const MANY_COLUMNS = 5;

function marksById(model: ChartModel): ReadonlyMap<string, PeriodMark> {
  const marks = model.kind === 'periods' ? model.panels.flatMap(({ marks: list }) => list)
    : model.kind === 'year-to-date' ? model.lines.flatMap(({ points }) => points) : [];
  return new Map(marks.map((mark) => [mark.id, mark]));
}

/** What a cell prints: a number as a link to its source, an empty as its sign with its words for those who cannot see it. */
function CellText({ cell, slug }: { cell: TableCell; slug: string }) {
  const text = cell.empty === null ? cell.text : (
    <>
      <span aria-hidden="true" className="empty-symbol">{EMPTY_LABELS[cell.empty].symbol}</span>
      <span className="visually-hidden">{EMPTY_LABELS[cell.empty].spoken}</span>
    </>
  );
  return cell.citations.length === 0 ? text : <a href={sourceHref(slug, cell.citations)}>{text}</a>;
}

/** The same numbers as the drawing in a table with real headers; withdrawn rows stay, struck through. */
export function ChartTable({ model }: { model: ChartModel }) {
  const { caption, columns, rows: all } = model.table;
  const rows = all.length > MOST_ROWS ? all.slice(-MOST_ROWS) : all;
  const marks = marksById(model);
  const usedEmpties = [...new Set(rows.flatMap(({ cells }) => cells.flatMap(({ empty }) => (empty === null ? [] : [empty]))))];
  return (
    <div className="table-wrap" id={`${model.slug}-table`} role="region" aria-label={caption} tabIndex={0}>
      <table className="chart-table" style={columns.length > MANY_COLUMNS ? { minWidth: `${columns.length * 8.5}rem` } : undefined}>
        <caption>{caption}{rows.length < all.length && `. The last ${rows.length} of ${all.length} rows; the files have all of them`}</caption>
        <thead>
          <tr>{columns.map(({ key, label, align }) => <th key={key} scope="col" className={align === 'end' ? 'is-end' : undefined}>{label}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.status === 'withdrawn' ? 'is-withdrawn' : undefined}>
              {row.cells.map((cell, index) => {
                const className = columns[index]?.align === 'end' ? 'is-end' : undefined;
                const content = <CellContent cell={cell} slug={model.slug} mark={cell.markId === null ? undefined : marks.get(cell.markId)} isWithdrawn={row.status === 'withdrawn'} />;
                return index === 0
                  ? <th key={columns[index]?.key ?? index} scope="row" className={className}>{content}</th>
                  : <td key={columns[index]?.key ?? index} className={className}>{content}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {usedEmpties.length > 0 && (
        <p className="table-key" aria-hidden="true">
          {usedEmpties.map((kind) => <span key={kind}><b>{EMPTY_LABELS[kind].symbol}</b> {EMPTY_LABELS[kind].label}</span>)}
        </p>
      )}
    </div>
  );
}

function CellContent({ cell, slug, mark, isWithdrawn }: { cell: TableCell; slug: string; mark: PeriodMark | undefined; isWithdrawn: boolean }) {
  const text = <CellText cell={cell} slug={slug} />;
  return (
    <>
      {isWithdrawn ? <del>{text}</del> : text}
      {cell.remarks.length > 0 && <small className="remark">{cell.remarks.join('; ')}</small>}
      {mark !== undefined && mark.vintages.length > 0 && !isWithdrawn && <CellHistory mark={mark} slug={slug} />}
    </>
  );
}
