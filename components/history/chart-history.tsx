import type { ChartHistory, HistoryCell, HistoryRow } from '@/domain/chart/history';
import type { RowKind } from '@/domain/release';
import { sourceHref } from '@/components/charts/source-link';
import { EndLine, ReleaseLink, SourceLinks, VersionLine, type HistoryLinks } from './version-line';

const KINDS: Partial<Record<RowKind, string>> = { closure: 'Closures', claim: 'Claims', incident: 'Incidents', annotation: 'Events marked on the time axis' };

/** The id of a cell on the history page: series and period make one word. */
export function cellAnchor(cellId: string): string {
  return `cell-${cellId.replace(/[^a-z0-9-]+/gi, '-')}`;
}

/** More than one value, or one that a release took back. */
export function hasChanged({ versions }: Pick<HistoryCell, 'versions'>): boolean {
  return versions.length > 1 || versions.some(({ end }) => end !== null);
}

/** Every cell with all its versions, series by series, then every other row. */
export function ChartHistoryList({ history, links }: { readonly history: ChartHistory; readonly links: HistoryLinks }) {
  return (
    <>
      {history.groups.map((group) => (
        <section key={group.id} aria-labelledby={`series-${group.id}`} className="mt-12">
          <h2 id={`series-${group.id}`} className="mb-3 text-2xl">{group.title}</h2>
          <ol className="history-cells">
            {group.cells.map((cell) => (
              <li key={cell.id} id={cellAnchor(cell.id)} className="history-cell" data-changed={hasChanged(cell) ? '' : undefined}>
                <h3>{cell.label}</h3>
                <ol>{cell.versions.map((version) => <VersionLine key={version.key} version={version} links={links} />)}</ol>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {Object.entries(KINDS).map(([kind, title]) => {
        const rows = history.rows.filter((row) => row.kind === kind);
        return rows.length > 0 && (
          <section key={kind} aria-labelledby={`rows-${kind}`} className="mt-12">
            <h2 id={`rows-${kind}`} className="mb-3 text-2xl">{title}</h2>
            <ol className="history-rows">{rows.map((row) => <Row key={row.id} row={row} links={links} />)}</ol>
          </section>
        );
      })}
    </>
  );
}

function Row({ row, links }: { readonly row: HistoryRow; readonly links: HistoryLinks }) {
  return (
    <li className="history-row">
      <ol>
        {row.versions.map(({ key, title, publishedIn, end, citations }) => {
          const name = citations.length === 0 ? title : <a href={sourceHref(links.slug, citations)} data-mark>{title}</a>;
          return (
            <li key={key} data-ended={end === null ? undefined : ''}>
              <p className="history-name">{end === null ? name : <del>{name}</del>}</p>
              <p className="history-more">
                Published in <ReleaseLink release={publishedIn} links={links} />{citations.length > 0 && <>, from <SourceLinks indexes={citations} links={links} /></>}.
              </p>
              {end !== null && <EndLine end={end} links={links} />}
            </li>
          );
        })}
      </ol>
    </li>
  );
}
