// What is known to be wrong or weak about a figure is said beside it: an uncertain source, a strange page, a note of the editors.

import { labelDay } from '../period';
import { valueAsOf, type Reading } from '../reading';
import type { ClosuresModel } from './closures-model';
import type { ChartModel, ClaimsModel, PeriodsModel } from './model';
import type { ChartRows } from './rows';

export interface Caution {
  readonly id: string;
  /** What it is about: a cell, a closure. */
  readonly about: string;
  readonly text: string;
  /** Indexes into the model's citations; empty where the row has none there. */
  readonly citations: readonly number[];
}

const CONFIDENCE = { high: null, medium: 'Read at second hand or with an inferred detail.', low: 'Weakly sourced.' } as const;

function sayReading({ confidence, isUnconfirmed, note }: Reading): string | null {
  const said = [isUnconfirmed ? 'Nobody found the original statement.' : CONFIDENCE[confidence], note].filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' ');
}

function ofCells(model: PeriodsModel, rows: ChartRows): readonly Caution[] {
  const marks = model.panels.flatMap((panel) => panel.marks);
  const names = new Map(model.legend.map(({ id, label }) => [id, label]));
  return marks.filter(({ status, kind }) => status === 'current' && kind === 'reported').flatMap((mark): Caution[] => {
    const band = model.bands[mark.band];
    if (band === undefined) return [];
    const ofCell = rows.readings.filter(({ seriesId, period }) => seriesId === mark.seriesId && period.start === band.period.start && period.end === band.period.end);
    const text = ofCell.length === 0 ? null : sayReadingOf(ofCell, rows);
    const name = names.size > 1 ? names.get(mark.seriesId) : undefined;
    return text === null ? [] : [{ id: mark.id, about: name === undefined ? band.label : `${band.label}, ${name}`, text, citations: mark.citations }];
  });
}

function sayReadingOf(ofCell: readonly Reading[], rows: ChartRows): string | null {
  const shown = valueAsOf(ofCell, rows.asOf)?.reading;
  return shown === undefined || shown.value === null ? null : sayReading(shown);
}

function ofClosures(model: ClosuresModel, rows: ChartRows): readonly Caution[] {
  return model.bars.flatMap((bar): Caution[] => {
    const closure = rows.closures.find(({ id }) => id === bar.id);
    const crossing = rows.crossings.find(({ id }) => id === closure?.crossingId);
    if (closure === undefined || crossing === undefined) return [];
    const said = [CONFIDENCE[closure.confidence], closure.note].filter((part) => part !== null);
    return said.length === 0 ? [] : [{ id: bar.id, about: `${crossing.name}, from ${labelDay(closure.start)}`, text: said.join(' '), citations: bar.citations }];
  });
}

function ofClaims(model: ClaimsModel): readonly Caution[] {
  return model.marks.flatMap(({ id, claimant, note, citations, status }): Caution[] => (
    note === null || status !== 'current' ? [] : [{ id, about: `${claimant}${model.groups.length > 1 ? `, ${groupName(model, id)}` : ''}`, text: note, citations }]
  ));
}

function groupName(model: ClaimsModel, markId: string): string {
  const group = model.groups[model.marks.find(({ id }) => id === markId)?.group ?? -1];
  return group === undefined ? '' : `${group.label}, ${group.measureLabel}`.toLowerCase();
}

/** The cautions about what a chart shows, in the order of its marks. */
export function cautionsOf(model: ChartModel, rows: ChartRows): readonly Caution[] {
  switch (model.kind) {
    case 'periods':
      return ofCells(model, rows);
    case 'closures':
      return ofClosures(model, rows);
    case 'claims':
      return ofClaims(model);
    default:
      return [];
  }
}
