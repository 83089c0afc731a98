// What a changeset changes in a chart is told mark by mark, as the feeds will tell it.

import type { RowContent } from '../draft';
import { changesBetween, type FigureChange } from '../embed/changes';
import type { RowChange } from '../embed/row-change';
import type { DraftFact } from './checklist';
import type { ComparedChart } from './compare';
import type { ReviewSide } from './side';

/** The marks that differ, corrections first; none where the chart is new, gone or broken: then there is nothing to hold against. */
export function markChanges({ before, after }: ComparedChart, rows: readonly RowChange[]): readonly FigureChange[] {
  return before === null || after === null || before.kind !== after.kind ? [] : changesBetween(before, after, rows);
}

/** The drafts as the changes they will be, each with what it takes the place of. */
export function rowChanges(drafts: readonly (DraftFact & { readonly changeNote: string | null })[], before: ReviewSide, release: number): readonly RowChange[] {
  const was = new Map<string, { readonly id: string }>();
  const { readings, closures, crossings, claims, incidents, places, annotations, series, indicators, organisations } = before.rows;
  const kinds = [
    ['reading', readings], ['closure', closures], ['crossing', crossings], ['claim', claims], ['incident', incidents], ['place', places],
    ['annotation', annotations], ['series', series], ['indicator', indicators], ['organisation', organisations],
  ] as const;
  for (const [kind, rows] of kinds) for (const row of rows) was.set(`${kind}:${row.id}`, row);
  return drafts.map(({ kind, id, change, changeNote, content }) => ({
    kind, id, change, note: changeNote, content, publishedIn: release, replaced: (was.get(`${kind}:${id}`) as unknown as RowContent | undefined) ?? null,
  }));
}
