import { ClaimTimeDrawing } from '@/components/charts/claim-time-drawing';
import { Legend } from '@/components/charts/legend';
import type { ClaimDay } from '@/domain/chart/claim-days';
import type { ClaimMark, ClaimsModel } from '@/domain/chart/model';
import type { Claim } from '@/domain/claim';
import { type Day, labelDay } from '@/domain/period';
import { DaySteps } from './day-steps';
import { LensSign } from './lens-sign';

interface ClaimTimeProps {
  readonly model: ClaimsModel;
  readonly claims: readonly Claim[];
  /** All days on which something was said, those after the vintage day too. */
  readonly days: readonly ClaimDay[];
  readonly asOf: Day | null;
  /** First and last day of the event. */
  readonly start: Day;
  readonly end: Day;
  readonly hrefOf: (citations: readonly number[]) => string;
  /** The same page as of a day, or as of now. */
  readonly dayHref: (day: Day | null) => string;
}

interface DayOfClaims { readonly day: Day | null; readonly marks: readonly ClaimMark[] }

/** The claims of the view by the day they were said, oldest first; those without a day last. */
function byDay(marks: readonly ClaimMark[]): readonly DayOfClaims[] {
  const days = [...new Set(marks.flatMap(({ saidOn }) => saidOn ?? []))].sort();
  const dated = days.map((day): DayOfClaims => ({ day, marks: marks.filter(({ saidOn }) => saidOn === day) }));
  const undated = marks.filter(({ saidOn }) => saidOn === null);
  return undated.length === 0 ? dated : [...dated, { day: null, marks: undated }];
}

/** When each figure was said: a drawing by day, steps from day to day, and all claims in the order in which they were made. */
export function ClaimTime({ model, claims, days, asOf, start, end, hrefOf, dayHref }: ClaimTimeProps) {
  if (days.length === 0) return null;
  const claimants = new Map(claims.map(({ id, claimantId }) => [id, claimantId]));
  return (
    <section aria-labelledby="said" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="said" className="text-2xl">When it was said</h2>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        A toll hardens, or is taken back, in the days after. Choose a day, and the whole page shows what had been said by its end and nothing that came later.
      </p>
      <DaySteps days={days} asOf={asOf} dayHref={dayHref} />
      {model.marks.length > 0 && (
        <>
          <div className="mt-5"><Legend model={model} /></div>
          <ClaimTimeDrawing model={model} span={{ start, end, days: days.map(({ day }) => day) }} claimantOf={({ id }) => claimants.get(id) ?? id} />
          <p className="time-key">Each plot has a scale of its own. Shaded: the days of the event. A line joins the figures of one claimant.{asOf !== null && ` Dotted: the end of ${labelDay(asOf)}.`}</p>
          <ol className="said-days">
            {byDay(model.marks).map(({ day, marks }) => (
              <li key={day ?? 'undated'}>
                <h3>{day === null ? 'Day not stated' : <time dateTime={day}>{labelDay(day)}</time>}</h3>
                <ul>
                  {marks.map((mark) => (
                    <li key={mark.id}>
                      <LensSign lens={mark.lens} />
                      <span><a href={hrefOf(mark.citations)} data-mark className={/\d/.test(mark.label) ? 'said-figure' : 'said-words'}>{mark.label}</a> </span>
                      <span className="said-loss">{model.groups[mark.group]?.label}, {model.groups[mark.group]?.measureLabel} </span>
                      <span className="said-claimant">{mark.claimant}{mark.stance === 'claims' ? '' : ` ${mark.stance}`}{mark.note === null ? '' : `. ${mark.note}`}</span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
