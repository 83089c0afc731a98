import type { ChartModel, DefinitionDifferences } from '@/domain/chart/model';

/** The differences that a drawing must not be read without, or null: series that lie over each other or stand side by side and count differently. */
export function differencesOf(model: ChartModel): DefinitionDifferences | null {
  return model.kind === 'periods' ? model.differences ?? null : null;
}

/** Said before the drawing, in pages, frames and pictures alike. */
export function DifferencesSummary({ model }: { model: ChartModel }) {
  const differences = differencesOf(model);
  return differences === null ? null : <p className="differences-summary">{differences.summary}</p>;
}

/** What each series includes, column by column; only what differs, since the summary names what they share. */
export function DifferencesTable({ model }: { model: ChartModel }) {
  const differences = differencesOf(model);
  if (differences === null) return null;
  const { columns, rows } = differences;
  return (
    <details className="fold fold-differences" open={columns.length < 4}>
      <summary>What each of them counts</summary>
      <div className="differences-body">
      {rows.length > 0 && (
        <div className="table-wrap" role="region" aria-label="What each of them includes" tabIndex={0}>
          <table className="chart-table differences-table">
            <caption className="visually-hidden">What each of them includes</caption>
            <thead>
              <tr><th scope="col">Includes</th>{columns.map(({ id, label }) => <th key={id} scope="col">{label}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map(({ id, label, isIncluded }) => (
                <tr key={id}>
                  <th scope="row">{label}</th>
                  {columns.map((column, index) => <td key={column.id}>{isIncluded[index] === true ? 'yes' : <span className="is-left-out">no</span>}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <dl className="differences-rules">
        {columns.map(({ id, label, definition }) => <div key={id}><dt>{label}</dt><dd>{definition}</dd></div>)}
      </dl>
      </div>
    </details>
  );
}
