import type { ClaimDay } from '@/domain/chart/claim-days';
import { type Day, labelDay } from '@/domain/period';

interface DayStepsProps {
  readonly days: readonly ClaimDay[];
  readonly asOf: Day | null;
  readonly dayHref: (day: Day | null) => string;
}

/** The last day on which something was said by the vintage day; null before the first. */
function stepAt(days: readonly ClaimDay[], asOf: Day | null): ClaimDay | null {
  return days.filter(({ day }) => asOf === null || day <= asOf).at(-1) ?? null;
}

/** Steps from day to day, as plain links: each shows the page as of the end of its day. */
export function DaySteps({ days, asOf, dayHref }: DayStepsProps) {
  const at = stepAt(days, asOf);
  const index = at === null ? -1 : days.indexOf(at);
  const [before, after] = asOf === null ? [days[days.length - 2], undefined] : [days[index - 1], days[index + 1]];
  return (
    <nav aria-label="Days on which something was said" className="day-steps">
      <div className="day-turns">
        {before === undefined ? <span aria-hidden="true" /> : <a href={dayHref(before.day)} rel="prev"><span aria-hidden="true">← </span>Back to {labelDay(before.day)}</a>}
        {after === undefined ? <span aria-hidden="true" /> : <a href={dayHref(after.day)} rel="next">On to {labelDay(after.day)}<span aria-hidden="true"> →</span></a>}
      </div>
      <ol>
        {days.map(({ day, count, soFar }) => {
          const isSaid = asOf === null || day <= asOf;
          return (
            <li key={day}>
              <a href={dayHref(day)} aria-current={asOf !== null && at?.day === day ? 'date' : undefined} className={isSaid ? undefined : 'is-later'}>
                <time dateTime={day}>{labelDay(day)}</time>
                <span className="lens-count">+{count}, {soFar} in all</span>
              </a>
            </li>
          );
        })}
        <li><a href={dayHref(null)} aria-current={asOf === null ? 'true' : undefined}>Everything known</a></li>
      </ol>
    </nav>
  );
}
