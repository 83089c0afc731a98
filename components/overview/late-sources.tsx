import { labelDay, labelPeriod, type Day } from '@/domain/period';
import type { NextReport, Rhythm } from '@/domain/late-source';

interface ExpectedReport extends NextReport {
  readonly organisation: string;
}

interface LateSourcesProps {
  readonly day: Day;
  readonly isVintage: boolean;
  readonly release: number;
  readonly reports: readonly ExpectedReport[];
  readonly sourceHref: (id: string) => string;
}

const RHYTHMS: Record<Rhythm, { readonly each: string; readonly ended: string }> = {
  month: { each: 'every month', ended: 'the month ended' },
  quarter: { each: 'every quarter', ended: 'the quarter ended' },
  year: { each: 'every year', ended: 'the year ended' },
};

const STATES = {
  overdue: { label: 'Overdue', look: 'border-accent bg-accent-wash text-ink' },
  due: { label: 'Due now', look: 'border-ink text-ink' },
  expected: { label: 'Expected', look: 'border-rule text-muted' },
} as const;

const ORDER = ['overdue', 'due', 'expected'] as const;

const clockId = ({ organisationId, rhythm }: ExpectedReport): string => `clock-${organisationId}-${rhythm}`;

/** When each organisation's next report is to be expected, and which are missing; judged on the day of the release. */
export function LateSources({ day, isVintage, release, reports, sourceHref }: LateSourcesProps) {
  if (reports.length === 0) return null;
  const inOrder = reports.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <section aria-labelledby="clock" className="mt-16 border-t border-rule-strong pt-8">
      <h2 id="clock" className="text-2xl">When the next figures are due</h2>
      <p className="mt-2 mb-5 max-w-prose text-muted">
        Reckoned from when each organisation’s past reports came, as of {labelDay(day)}, {isVintage ? 'the day looked back to' : `the day of release ${release}`}.
        Overdue means that a report is later here than any before it: either it has not come out, or we have not found it.
      </p>
      <ul className="grid gap-x-10 md:grid-cols-2">
        {inOrder.map((report) => <ClockLine key={clockId(report)} report={report} sourceHref={sourceHref} />)}
      </ul>
      <details className="fold mt-4">
        <summary>How this is reckoned</summary>
        <p className="mb-3 max-w-prose text-sm text-muted">
          The first dated report of each period counts, the newest {MOST_WORDS} at most, and fewer than three are no rhythm. Days are counted from the last day of the period; a
          number below zero came before it. An organisation that has left out more than twelve reports in a row is not listed.
        </p>
        <ul className="grid gap-x-10 gap-y-4 pb-3 text-sm md:grid-cols-2">
          {inOrder.map((report) => (
            <li key={clockId(report)} id={clockId(report)} className="scroll-mt-20 target:bg-accent-wash">
              <p className="font-semibold">{report.organisation}, {RHYTHMS[report.rhythm].each}</p>
              <ul className="text-muted">
                {report.reckonedFrom.map(({ period, knownFrom, lag, citations }) => {
                  const source = citations[0]?.source.id;
                  const words = `${labelPeriod(period)}: ${labelDay(knownFrom)}, ${sayLag(lag)}`;
                  return <li key={period.end} className="py-0.5">{source === undefined ? words : <a href={sourceHref(source)} data-mark>{words}</a>}</li>;
                })}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const MOST_WORDS = 'eight';

function ClockLine({ report, sourceHref }: { readonly report: ExpectedReport; readonly sourceHref: (id: string) => string }) {
  const { organisation, rhythm, period, usual, latest, state, missing, last, reckonedFrom } = report;
  const lags = reckonedFrom.map(({ lag }) => lag);
  const source = last.citations[0]?.source.id;
  const lastWords = `${labelPeriod(last.period)}, known from ${labelDay(last.knownFrom)}`;
  return (
    <li className="border-t border-rule py-3.5">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <span className={`border px-1.5 text-xs leading-5 ${STATES[state].look}`}>{STATES[state].label}</span>
        <span className="font-serif text-lg leading-snug"><b className="font-semibold">{organisation}</b>, {labelPeriod(period)}</span>
        <span className="text-sm text-muted">{whenWords(state, usual, latest)}</span>
      </p>
      {missing.length > 1 && <p className="mt-1 text-[0.9375rem]">Missing here: {namesOf(missing)}.</p>}
      <p className="mt-1 text-sm text-muted">
        Reports {RHYTHMS[rhythm].each}, so far <a href={`#${clockId(report)}`} data-mark>{spanWords(Math.min(...lags), Math.max(...lags))}</a> {RHYTHMS[rhythm].ended}.
        {' '}Last: {source === undefined ? lastWords : <a href={sourceHref(source)} data-mark>{lastWords}</a>}.
      </p>
    </li>
  );
}

function whenWords(state: ExpectedReport['state'], usual: Day, latest: Day): string {
  if (state === 'overdue') return `was expected by ${labelDay(latest)}`;
  return usual === latest ? `about ${labelDay(usual)}` : `about ${labelDay(usual)}, by ${labelDay(latest)} at the latest so far`;
}

function namesOf(missing: ExpectedReport['missing']): string {
  const names = missing.map(labelPeriod);
  if (names.length <= 3) return names.length === 2 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
  return `${names[0] ?? ''} to ${names.at(-1) ?? ''}, ${names.length} reports`;
}

function sayLag(lag: number): string {
  const days = Math.abs(lag) === 1 ? '1 day' : `${Math.abs(lag)} days`;
  return lag === 0 ? 'on the last day' : `${days} ${lag < 0 ? 'before' : 'after'}`;
}

function spanWords(low: number, high: number): string {
  if (low === high) return sayLag(low);
  if (low < 0) return `from ${sayLag(low)} to ${sayLag(high)}`;
  return `${low} to ${high} days after`;
}
