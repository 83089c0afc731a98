import type { DraftRow } from '@/domain/draft';
import { EventCounter, ruleInWords, type EventTotals, type PlaceCounts } from '@/domain/import/event-counts';
import { eventParents, eventSeries, type ProposedSeries } from '@/domain/import/event-drafts';
import { eventLayout, type EventLayout } from '@/domain/import/event-layouts';
import { eventReader } from '@/domain/import/event-rows';
import { columnOf } from '@/domain/import/header';
import type { EventsMapping } from '@/domain/import/mapping';
import { MOST_DRAFTS, TOO_MANY } from '@/domain/import/plan';
import { judgeReading } from '@/domain/import/reading-verdict';
import { columnLabel } from '@/domain/import/sheet';
import { accept, refuse } from '@/domain/outcome';
import { checkDraft } from './checked-draft';
import { OpenCells } from './open-cells';
import type { Planner, PlanWork } from './plan-import';
import { turn } from './turn';

/** More places than this are no chart, and each holds its sums in memory. */
const MOST_PLACES = 400;

/** A file of events, added up; the sums are judged against the readings there are. The events themselves are forgotten row by row. */
export const planEvents: Planner<EventsMapping> = async (work, mapping) => {
  const layout = eventLayout(mapping.layout);
  if (mapping.sourceId === null) return refuse({ code: 'no-source', message: 'Choose the document that this file is: no figure stands without one.' });
  const rule = { every: mapping.every, crossing: mapping.crossing, split: mapping.split };
  const counter = new EventCounter(layout, rule);
  let read: ReturnType<typeof eventReader> | null = null;
  for await (const { header: { names }, rows } of work.batches()) {
    if (read === null) {
      const missing = layout.columns.filter((column) => columnOf(names, column) < 0);
      if (missing.length > 0) return refuse({ code: 'layout', message: `The header lacks ${missing.join(', ')}: it is not a file of ${layout.name}.` });
      read = eventReader(layout, names);
    }
    for (const row of rows) {
      const event = read(row);
      const problem = !event.ok ? event.refusal.problem
        : counter.add(event.value) ? null
        : { row: row.row, column: columnLabel(columnOf(names, layout.eventId), names), reason: 'An event of this id stands in an earlier row.' };
      if (problem !== null) work.plan.add({ verdict: 'refused', row: row.row, subject: event.ok ? event.value.id : '', before: null, after: null, reason: null, problem, draft: null });
    }
    if (counter.placeCount > MOST_PLACES) {
      return refuse({ code: 'too-many-places', message: `The file divides into more than ${MOST_PLACES} places or types. Cut it down to the countries you need, or do not divide by area.` });
    }
  }
  const counts = counter.counts(mapping.from, mapping.to);
  const series = eventSeries(layout, rule, counts, mapping);
  const drafts = series.reduce((sum, { readings }) => sum + readings.length, 0);
  if (drafts > MOST_DRAFTS) return refuse(TOO_MANY);
  await draftParents(work, layout, series);
  await judgeSeries(work, mapping, series);
  return accept(remarksOn(layout, mapping, counter.total(), counts));
};

/** Series, indicators and the organisation that are not there yet; a series whose rule of counting has changed is updated. */
async function draftParents({ ground, plan }: PlanWork, layout: EventLayout, series: readonly ProposedSeries[]): Promise<void> {
  for (const parent of eventParents(layout)) {
    if (!(await ground.findOpen(parent.kind, [parent.id])).has(parent.id)) plan.addParent({ ...parent, change: 'add', changeNote: null, citations: [] } as DraftRow);
  }
  const open = await ground.findOpen('series', series.map(({ id }) => id));
  for (const { id, content } of series) {
    const standing = open.get(id);
    if (standing === undefined) plan.addParent({ kind: 'series', id, change: 'add', changeNote: null, content, citations: [] });
    else if (standing.content.methodNote !== content.methodNote || standing.content.isRedistributable !== content.isRedistributable) {
      const changed = { ...standing.content, methodNote: content.methodNote, isRedistributable: content.isRedistributable };
      const change = standing.isPublished ? 'update' : 'add';
      plan.addParent({ kind: 'series', id, change, changeNote: null, content: changed, citations: [], expectedRevision: standing.revision });
    }
  }
}

async function judgeSeries({ ground, plan, today }: PlanWork, mapping: EventsMapping, series: readonly ProposedSeries[]): Promise<void> {
  const cells = new OpenCells(ground);
  await cells.load(series.map(({ id }) => id));
  for (const { readings } of series) {
    for (const reading of readings) plan.add(checkDraft(judgeReading(reading, cells.of(reading), { change: mapping.change, reason: mapping.reason, today })));
    await turn();
  }
}

function remarksOn(layout: EventLayout, mapping: EventsMapping, total: EventTotals, counts: readonly PlaceCounts[]): string[] {
  const number = (count: number) => count.toLocaleString('en-US');
  const covered = counts[0]?.periods ?? [];
  const [first, last] = [covered[0]?.period.start, covered.at(-1)?.period.end];
  const kept = counts.reduce((sum, { periods }) => sum + periods.reduce((events, count) => events + count.events, 0), 0);
  const outside = total.counted - kept;
  return [
    ruleInWords(mapping, layout),
    `${number(total.events)} events, ${number(kept)} of them counted in ${covered.length} ${covered.length === 1 ? mapping.every : `${mapping.every}s`}${first === undefined ? '' : ` from ${first} to ${last ?? ''}`}.`,
    `${number(total.crossing)} events (${number(total.crossingDeaths)} deaths) cross the boundary of a ${mapping.every}${mapping.crossing === 'apart' ? ' and are counted in none' : ''}.`,
    ...(outside > 0 ? [`${number(outside)} events lie in periods that the file does not cover whole, and are left out.`] : []),
    ...(total.disordered > 0 ? [`${number(total.disordered)} events give a low, a best and a high number that are not in this order; they are taken as given.`] : []),
    ...(layout.isRedistributable ? [] : [`${layout.name} does not let its figures be passed on: the series are marked so that no file carries them, and no event is kept.`]),
  ];
}
