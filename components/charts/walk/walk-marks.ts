import type { ClosedDaysModel, ClosureBar, ClosuresModel } from '@/domain/chart/closures-model';
import type { ChartModel, ClaimsModel, PeriodMark, PeriodsModel, YearToDateModel } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { placeClaims } from '../geometry/place-claims';
import { placeClosedDays } from '../geometry/place-closed-days';
import { CLOSURE_HEIGHT, placeClosures } from '../geometry/place-closures';
import { STRIP_HEIGHT } from '../geometry/place-period-closures';
import { placePeriods } from '../geometry/place-periods';
import { placeYearToDate } from '../geometry/place-year-to-date';
import type { WalkMark } from './walk-mark';

const present = (lines: readonly (string | null | false)[]): readonly string[] => lines.filter((line): line is string => typeof line === 'string' && line !== '');

export function periodLines(mark: PeriodMark): readonly string[] {
  return present([
    mark.isUnconfirmed && 'Unconfirmed: the original statement was not found',
    mark.kind === 'derived' && `Derived, not printed by the source${mark.formula === null ? '' : `: ${mark.formula}`}`,
    mark.isIncomplete === true && mark.value !== null && 'Reported before the period was over',
    mark.vintages.length > 0 && `Revised from ${mark.vintages.map(({ label, reportedOn, knownFrom }) => `${label} (${labelDay(reportedOn ?? knownFrom)})`).join(', then ')} to ${mark.label}`,
    mark.rivals.length > 0 && `Also given: ${mark.rivals.join('; ')}`,
    mark.reportedOn !== null && mark.value !== null && `Reported ${labelDay(mark.reportedOn)}`,
  ]);
}

function ofPeriods(model: PeriodsModel, hidden: ReadonlySet<string>): WalkMark[] {
  const { panels, closures } = placePeriods(model, hidden);
  const marks = panels.flatMap(({ marks, title }, plot) => marks.map(({ mark, x0, x1, y0, y1 }): WalkMark => {
    const seriesIndex = model.legend.findIndex(({ id }) => id === mark.seriesId);
    const name = title ?? (model.legend.length > 1 ? model.legend[seriesIndex]?.label : undefined);
    return {
      id: mark.id, plot, seriesId: mark.seriesId, row: model.arrangement === 'panels' ? plot : seriesIndex, column: mark.band,
      x0, x1, y0, y1, reach: 'column', spoken: mark.spoken, citations: mark.citations,
      tip: { head: [model.bands[mark.band]?.label, name].filter((part) => part !== undefined).join(' · '), value: mark.label, unit: mark.value === null ? '' : model.panels[plot]?.unit ?? model.unit, lines: periodLines(mark) },
    };
  }));
  const spans = closures?.spans.map(({ bar, softX0, softX1, y }): WalkMark => ({
    id: bar.id, plot: 0, seriesId: bar.id, row: panels.length + model.legend.length + bar.row, column: placeColumn(model, bar.solidFrom), x0: softX0, x1: softX1, y0: y, y1: y + STRIP_HEIGHT,
    reach: 'box', spoken: bar.spoken, citations: bar.citations,
    tip: { head: `${closures.rows[bar.row]?.crossing ?? ''} · shut to ${bar.lane === 'all' ? 'all' : 'trade'}`, value: bar.label, unit: '', lines: closureLines(bar) },
  })) ?? [];
  return [...marks, ...spans];
}

/** The band, with its fraction, over which a day stands, so that the keys go from a bar to the closures of its time. */
function placeColumn({ bands, dayAxis }: PeriodsModel, day: number): number {
  return dayAxis === undefined ? 0 : ((day - dayAxis.from) / Math.max(dayAxis.to - dayAxis.from, 1)) * bands.length;
}

function ofYearToDate(model: YearToDateModel): WalkMark[] {
  return placeYearToDate(model).lines.flatMap((line, row) => line.points.map(({ mark, x, y }): WalkMark => ({
    id: mark.id, plot: 0, seriesId: line.id, row, column: mark.band, x0: x, x1: x, y0: y, y1: y, reach: 'box', spoken: mark.spoken, citations: mark.citations,
    tip: { head: `${line.label}, to the end of ${model.bands[mark.band]?.shortLabel ?? ''}`, value: mark.label, unit: model.unit, lines: periodLines(mark) },
  })));
}

const END_WORDS = { reopened: null, ongoing: 'Still shut when last reported', unknown: 'Nobody gives the day of reopening' } as const;

function closureLines(bar: ClosureBar): readonly string[] {
  return present([
    END_WORDS[bar.endState], bar.daysHigh !== null && bar.daysHigh !== bar.daysLow && `At least ${bar.daysLow}, at most ${bar.daysHigh} days`,
    ...bar.rivals.map(({ edge, label }) => `Another ${edge === 'start' ? 'first' : 'last'} day: ${label}`),
  ]);
}

function ofClosures(model: ClosuresModel): WalkMark[] {
  return placeClosures(model).bars.map(({ bar, softX0, softX1, y }): WalkMark => {
    const row = model.rows[bar.row];
    return {
      id: bar.id, plot: 0, seriesId: bar.lane, row: bar.row, column: bar.solidFrom, x0: softX0, x1: softX1, y0: y, y1: y + CLOSURE_HEIGHT, reach: 'box',
      spoken: bar.spoken, citations: bar.citations,
      tip: {
        head: `${row?.crossing ?? ''} · ${row?.laneLabel ?? ''}`, value: bar.label, unit: '',
        lines: closureLines(bar),
      },
    };
  });
}

function ofClosedDays(model: ClosedDaysModel): WalkMark[] {
  return placeClosedDays(model).panels.flatMap((panel, plot) => panel.marks.map(({ mark, x0, x1, yHigh, base }): WalkMark => ({
    id: mark.id, plot, seriesId: mark.crossingId, row: plot, column: mark.band, x0, x1, y0: yHigh, y1: base, reach: 'column', spoken: mark.spoken, citations: mark.citations,
    tip: { head: `${model.bands[mark.band]?.label ?? ''} · ${panel.title}`, value: mark.label, unit: model.unit, lines: present([mark.low !== mark.high && `At least ${mark.low}, at most ${mark.high} days`]) },
  })));
}

const STANCE_WORDS = { claims: 'claims', admits: 'admits', denies: 'denies' } as const;

function ofClaims(model: ClaimsModel): WalkMark[] {
  let row = 0;
  return placeClaims(model).groups.flatMap((group, plot) => group.claims.map(({ mark, x0, x1, y }): WalkMark => ({
    id: mark.id, plot, seriesId: mark.lens, row: row++, column: 0, x0, x1, y0: y - 8, y1: y + 8, reach: 'row', spoken: mark.spoken, citations: mark.citations,
    tip: {
      head: `${mark.claimant} ${STANCE_WORDS[mark.stance]}`, value: mark.label, unit: '',
      lines: present([`${group.label}, ${group.measureLabel}`, mark.status === 'withdrawn' && 'Withdrawn', mark.note, mark.saidOn !== null && `Said ${labelDay(mark.saidOn)}`]),
    },
  })));
}

/** Every mark of a chart that pointer and keys can reach, without those of hidden series. */
export function walkMarks(model: ChartModel, hidden: ReadonlySet<string>): readonly WalkMark[] {
  const marks = model.kind === 'periods' ? ofPeriods(model, hidden)
    : model.kind === 'year-to-date' ? ofYearToDate(model)
    : model.kind === 'closures' ? ofClosures(model)
    : model.kind === 'closed-days' ? ofClosedDays(model)
    : model.kind === 'claims' ? ofClaims(model) : [];
  return marks.filter(({ seriesId }) => !hidden.has(seriesId));
}
