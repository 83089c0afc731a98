// A figure is one mark of a chart in words, with the ledger rows it rests on: what two releases of a chart are compared by.

import type { ChartModel, PeriodMark } from '../chart/model';
import type { Day } from '../day';
import { labelDay } from '../day';

/** What of the ledger a figure is made from. Days are inclusive. */
export type Ground =
  | { readonly kind: 'cells'; readonly seriesId: string; readonly start: Day; readonly end: Day }
  | { readonly kind: 'closures'; readonly crossingId: string; readonly start: Day; readonly end: Day }
  | { readonly kind: 'crossing'; readonly crossingId: string }
  | { readonly kind: 'row'; readonly row: 'closure' | 'claim' | 'annotation'; readonly id: string }
  | { readonly kind: 'scene'; readonly incidentId: string; readonly placeId: string };

export interface Figure {
  /** The same in every release that has the figure. */
  readonly id: string;
  /** `Q2 2025`, `Torkham, Trade`: what it is the figure of. */
  readonly name: string;
  /** `616`, `> 200`: what is printed at the mark. */
  readonly value: string;
  /** `600, unconfirmed`: the value with all else that the mark says; equal words are an equal mark. */
  readonly words: string;
  readonly ground: Ground;
}

const join = (parts: readonly (string | null | false | undefined)[]): string => parts.filter((part) => typeof part === 'string' && part !== '').join(', ');

function saidBy(mark: PeriodMark, unit: string): Pick<Figure, 'value' | 'words'> {
  const value = unit.startsWith('%') && mark.value !== null ? `${mark.label} %` : mark.label;
  const words = join([
    value,
    mark.kind === 'derived' && 'derived',
    mark.isUnconfirmed && 'unconfirmed',
    mark.isIncomplete === true && mark.value !== null && 'period not over',
    mark.vintages.length > 0 && `earlier ${mark.vintages.map(({ label }) => label).join(', ')}`,
    mark.rivals.length > 0 && `also given ${mark.rivals.join(', ')}`,
    mark.status === 'withdrawn' && 'withdrawn',
  ]);
  return { value, words };
}

const daysOf = (words: string): Pick<Figure, 'value' | 'words'> => ({ value: words, words });

function ofMarks(model: ChartModel): Figure[] {
  switch (model.kind) {
    case 'periods':
      return model.panels.flatMap(({ title, marks }) => marks.flatMap((mark): Figure[] => {
        const band = model.bands[mark.band];
        if (band === undefined) return [];
        const series = title ?? (model.legend.length > 1 ? model.legend.find(({ id }) => id === mark.seriesId)?.label : undefined);
        const { start, end } = band.period;
        return [{ id: `${mark.seriesId} ${band.key}`, name: join([band.label, series]), ...saidBy(mark, model.unit), ground: { kind: 'cells', seriesId: mark.seriesId, start, end } }];
      }));
    case 'year-to-date':
      return model.lines.flatMap((line) => line.points.flatMap((mark): Figure[] => {
        const band = model.bands[mark.band];
        if (band === undefined) return [];
        const ground: Ground = { kind: 'cells', seriesId: mark.seriesId, start: `${line.id}-01-01`, end: `${line.id}${band.period.end.slice(4)}` };
        return [{ id: `${mark.seriesId} ${line.id} ${band.shortLabel}`, name: `${line.label} to ${band.shortLabel}`, ...saidBy(mark, model.unit), ground }];
      }));
    case 'closures':
      return model.bars.map((bar) => {
        const row = model.rows[bar.row];
        const words = join([bar.label, ...bar.rivals.map(({ edge, label }) => `other ${edge} ${label}`), bar.status === 'withdrawn' && 'withdrawn']);
        return { id: bar.id, name: join([row?.crossing, row?.laneLabel]), value: bar.label, words, ground: { kind: 'row', row: 'closure', id: bar.id } };
      });
    case 'closed-days':
      return model.panels.flatMap(({ title, marks }) => marks.flatMap((mark): Figure[] => {
        const band = model.bands[mark.band];
        if (band === undefined) return [];
        const { start, end } = band.period;
        return [{ id: `${mark.crossingId} ${band.key}`, name: join([band.label, title]), ...daysOf(`${mark.label} ${model.unit}`), ground: { kind: 'closures', crossingId: mark.crossingId, start, end } }];
      }));
    case 'claims':
      return model.marks.map((mark) => {
        const group = model.groups[mark.group];
        const words = join([mark.label, mark.stance !== 'claims' && mark.stance, mark.saidOn !== null && `said ${labelDay(mark.saidOn)}`, mark.status === 'withdrawn' && 'withdrawn']);
        return { id: mark.id, name: join([mark.claimant, group && `${group.label} ${group.measureLabel}`]), value: mark.label, words, ground: { kind: 'row', row: 'claim', id: mark.id } };
      });
    case 'map':
      return model.points.map((point) => {
        const place = `${point.longitude} ${point.latitude}`;
        const words = point.nature === 'crossing' ? join([...point.lanes.map(({ label }) => label), labelDay(point.day), place]) : join([labelDay(point.day), place]);
        // A place of an incident carries both ids, with an underscore between that neither has.
        const [incidentId = '', placeId = ''] = point.id.split('_');
        return { id: point.id, name: point.label, value: words, words, ground: point.nature === 'crossing' ? { kind: 'crossing', crossingId: point.id } : { kind: 'scene', incidentId, placeId } };
      });
  }
}

/** Every mark and dated event of a chart in words, in the order of the drawing. Texts around the drawing are no figures. */
export function figuresOf(model: ChartModel): readonly Figure[] {
  const events = model.annotations.map(({ id, day, label }): Figure => ({ id: `event ${id}`, name: label, value: labelDay(day), words: labelDay(day), ground: { kind: 'row', row: 'annotation', id } }));
  return [...ofMarks(model), ...events];
}
