import { z } from 'zod';
import { previewChangeset } from '@/db/mutations/preview-changeset';
import { findChartDefinitions } from '@/db/queries/find-chart-definitions';
import { findChartRows } from '@/db/queries/find-chart-rows';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import type { Database } from '@/db/client';
import { buildChart } from '@/domain/chart/build';
import type { ChartDefinition } from '@/domain/chart/definition';
import { accept } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { rowId } from '@/lib/inputs/row-content';

/** More charts than this are looked at in the review. */
const MOST_CHARTS = 8;
const fields = z.strictObject({ seriesIds: z.array(rowId).min(1).max(500) });

/** The charts that show any of the series, as published and as this changeset would leave them. Changes nothing. */
export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage }, async ({ fields: { seriesIds }, desk, now, params }) => {
  const asked = new Set(seriesIds);
  const release = await findCurrentRelease(desk.db);
  const before = release === 0 ? [] : await chartsOf(desk.db, release, asked);
  const seen = await previewChangeset(desk.db, params.id ?? '', now, ({ db, release: next }) => chartsOf(db, next, asked));
  const after = seen?.value ?? [];
  const charts = before.map(({ definition, rows }) => {
    const changed = after.find((one) => one.definition.id === definition.id);
    return {
      slug: definition.slug, title: definition.title, before: buildChart(definition, rows),
      after: changed === undefined ? null : buildChart(changed.definition, changed.rows),
    };
  });
  return accept({ location: changesetPage({}, params), data: { charts } });
});

async function chartsOf(db: Database, release: number, seriesIds: ReadonlySet<string>) {
  const definitions = (await findChartDefinitions(db, release)).filter((definition) => shows(definition, seriesIds)).slice(0, MOST_CHARTS);
  const found = [];
  for (const definition of definitions) found.push({ definition, rows: await findChartRows(db, release, definition, null) });
  return found;
}

function shows(definition: ChartDefinition, seriesIds: ReadonlySet<string>): boolean {
  if (definition.kind === 'periods') return definition.options.seriesIds.some((id) => seriesIds.has(id));
  return definition.kind === 'year-to-date' && seriesIds.has(definition.options.seriesId);
}
