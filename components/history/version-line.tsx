import type { ReactNode } from 'react';
import type { CellVersion, VersionEnd } from '@/domain/chart/history';
import type { Citation } from '@/domain/citation';
import { sayDate } from '@/domain/chart/wording';
import { labelDay } from '@/domain/period';
import { CorrectionFields } from '@/components/layout/correction-fields';
import { sourceHref } from '@/components/charts/source-link';

/** What every line of a history needs to lead on: the page's sources and the addresses of releases. */
export interface HistoryLinks {
  readonly slug: string;
  readonly citations: readonly Citation[];
  readonly releaseHref: (release: number) => string;
}

export function ReleaseLink({ release, links }: { readonly release: number; readonly links: HistoryLinks }) {
  return <a href={links.releaseHref(release)}>release {release}</a>;
}

/** The publishers behind a version, each a link to its place in the list of sources. */
export function SourceLinks({ indexes, links }: { readonly indexes: readonly number[]; readonly links: HistoryLinks }) {
  return indexes.map((index, position) => (
    <span key={index}>
      {position > 0 && ', '}
      <a href={sourceHref(links.slug, [index])}>{links.citations[index]?.source.publisher} [{index + 1}]</a>
    </span>
  ));
}

/** What a later release did to a version, and why. */
export function EndLine({ end, links }: { readonly end: VersionEnd; readonly links: HistoryLinks }) {
  const what = end.how === 'withdrawn' ? 'Withdrawn' : end.isCorrection ? 'Corrected' : 'Updated';
  return (
    <div className="history-end">
      <p>{what} in <ReleaseLink release={end.release} links={links} />{end.reason !== null && <>: {end.reason}</>}</p>
      {end.fields.length > 0 && <CorrectionFields fields={end.fields} />}
    </div>
  );
}

function Badge({ children }: { readonly children: ReactNode }) {
  return <span className="history-badge">{children}</span>;
}

/** One value that a cell has had: the number, who gave it when, how it was made, and where it stands now. */
export function VersionLine({ version, links }: { readonly version: CellVersion; readonly links: HistoryLinks }) {
  const { label, citations, reportedOn, reportedPrecision, knownFrom, kind, formula, isUnconfirmed, note, publishedIn, end, isShown } = version;
  const value = <a href={sourceHref(links.slug, citations)} data-mark>{label}</a>;
  return (
    <li className="history-version" data-ended={end === null ? undefined : ''}>
      <span className="history-value">{end === null ? value : <del>{value}</del>}</span>
      <div>
        <p>
          {reportedOn === null ? 'Undated' : `Reported ${sayDate(reportedOn, reportedPrecision)}`}
          {reportedOn !== knownFrom && <>, certainly public from {labelDay(knownFrom)}</>}
          {citations.length > 0 && <>, by <SourceLinks indexes={citations} links={links} /></>}
          . Published in <ReleaseLink release={publishedIn} links={links} />.{' '}
          {isShown && <Badge>current value</Badge>}
          {kind === 'derived' && <Badge>derived</Badge>}
          {isUnconfirmed && <Badge>unconfirmed</Badge>}
        </p>
        {formula !== null && <p className="history-more">Worked out: {formula}.</p>}
        {note !== null && <p className="history-more">{note}</p>}
        {end !== null && <EndLine end={end} links={links} />}
      </div>
    </li>
  );
}
