import { LANE_LABELS } from '@/domain/chart/closure-bars';
import { sayDate } from '@/domain/chart/wording';
import type { Crossing, LaneReport } from '@/domain/closure';
import { labelDay } from '@/domain/period';
import { LaneSign } from '@/components/charts/shapes/map-shape';
import { sourceHref } from '@/components/charts/source-link';

interface ListedLane extends LaneReport {
  readonly citations: readonly number[];
  /** What still passed. */
  readonly notes: readonly { readonly text: string; readonly citations: readonly number[] }[];
}

interface LaneBoardProps {
  readonly boards: readonly { readonly crossing: Crossing; readonly lanes: readonly ListedLane[] }[];
  /** Prefix of the ids of the page's citations. */
  readonly idPrefix: string;
}

const STATES = { open: 'Reopened', closed: 'Closed', unknown: 'Not known' } as const;

/** What was last known of every lane of every crossing, each line with its day and its source. */
export function LaneBoard({ boards, idPrefix }: LaneBoardProps) {
  return (
    <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(19rem,1fr))]">
      {boards.map(({ crossing, lanes }) => (
        <li key={crossing.id} id={`crossing-${crossing.id}`} className="scroll-mt-20 border-t-2 border-ink pt-2.5">
          <h3 className="text-xl">{crossing.name}</h3>
          <p className="text-[0.8125rem] text-muted">{placeOf(crossing)}</p>
          <dl className="mt-2.5">
            {together(lanes).map((group) => <LaneLine key={group.label} {...group} idPrefix={idPrefix} />)}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface LaneGroup {
  readonly label: string;
  readonly report: ListedLane;
}

/** Lanes of which the same rows say the same stand in one line. */
function together(lanes: readonly ListedLane[]): readonly LaneGroup[] {
  const [first, ...others] = lanes;
  const keyOf = ({ state, day, behind }: ListedLane): string => JSON.stringify([state, day, behind.map(({ id }) => id)]);
  if (first !== undefined && others.length > 0 && others.every((other) => keyOf(other) === keyOf(first))) return [{ label: LANE_LABELS.all, report: first }];
  return lanes.map((report) => ({ label: LANE_LABELS[report.lane], report }));
}

function LaneLine({ label, report, idPrefix }: LaneGroup & { readonly idPrefix: string }) {
  const { state, citations, notes } = report;
  const words = wordsOf(report);
  return (
    <div className="grid grid-cols-[1.25rem_6.75rem_1fr] border-t border-rule py-1.5 text-[0.9375rem] leading-snug">
      <svg className="mt-1" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">{state === null ? <path className="stroke-faint" d="M-4 0H4" /> : <LaneSign state={state} />}</svg>
      <dt className="text-muted">{label}</dt>
      <dd>
        {state === null ? <span className="text-muted">{words}</span> : (
          <>
            <b className="font-semibold">{STATES[state]}</b>{state === 'open' ? ' ' : ', '}
            <a href={sourceHref(idPrefix, citations)} data-mark>{words}</a>
            {notes.map((note) => (
              <a key={note.text} href={sourceHref(idPrefix, note.citations)} data-mark className="block py-1 text-[0.8125rem] text-muted no-underline hover:underline">{note.text}</a>
            ))}
          </>
        )}
      </dd>
    </div>
  );
}

function wordsOf({ state, day, since, behind }: ListedLane): string {
  if (state === null || day === null) return 'no closure on record';
  const last = behind.at(-1);
  if (state === 'closed' && since !== null) {
    const start = sayDate(since, behind[0]?.startPrecision ?? 'day');
    return since === day ? `shut on ${start}; nothing known since` : `since ${start}; last seen shut on ${labelDay(day)}`;
  }
  if (state === 'open') {
    const end = last?.end ?? null;
    return end === null ? `by ${labelDay(day)}; no later closure on record` : `on ${sayDate(end, last?.endPrecision ?? 'day')}; no later closure on record`;
  }
  return `last seen shut on ${labelDay(day)}; when it reopened is not reported`;
}

function placeOf({ district, provincePakistan, afghanSide, provinceAfghanistan }: Crossing): string {
  const pakistan = [district, provincePakistan].filter((part) => part !== '').join(', ');
  const afghanistan = [afghanSide, provinceAfghanistan].filter((part) => part !== null && part !== '').join(', ');
  return `${pakistan} – ${afghanistan}`;
}
