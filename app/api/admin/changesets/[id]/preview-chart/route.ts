import { z } from 'zod';
import { chartCard } from '@/app/_pictures/chart-picture';
import { pictureTexts } from '@/app/_pictures/picture-texts';
import { embedDocument } from '@/components/embed/embed-document';
import { frameWords } from '@/components/embed/frame-words';
import { embedHeights } from '@/components/embed/heights';
import { previewChangeset } from '@/db/mutations/preview-changeset';
import { findChangesetState } from '@/db/queries/find-changeset-state';
import { findChartRows } from '@/db/queries/find-chart-rows';
import type { ChartModel } from '@/domain/chart/model';
import { accept, refuse } from '@/domain/outcome';
import { changesetPage } from '@/lib/accounts/desk-path';
import { guardedRoute } from '@/lib/accounts/guarded-route';
import { readPreviewDefinition } from '@/lib/inputs/preview-definition';
import { DEFAULT_VIEW } from '@/lib/inputs/view';
import { drawPng } from '@/lib/picture/png';
import { asRow, buildPreview, CHART_GROUND } from '@/lib/reads/desk/chart-preview';
import { lookThrough } from '@/lib/reads/desk/look-through';

const LIMIT_BYTES = 64 * 1024;
const fields = z.strictObject({
  definition: z.record(z.string(), z.unknown()),
  show: z.enum(['drawing', 'embed', 'card']).default('drawing'),
  theme: z.enum(['light', 'dark']).default('light'),
});

/** A chart that is still being written, over what the changeset would publish. Reads only. */
export const POST = guardedRoute({ right: 'editor', fields, page: changesetPage, limitBytes: LIMIT_BYTES }, async ({ fields, desk, params, now }) => {
  const changesetId = params.id ?? '';
  const location = changesetPage({}, params);
  if ((await findChangesetState(desk.db, changesetId)) === null) return refuse({ code: 'no-such-changeset', message: 'There is no such changeset.' });
  const definition = readPreviewDefinition(fields.definition);
  if (!definition.ok) return definition;
  const { kind, options } = definition.value;
  const question = { changesetId, kinds: CHART_GROUND, now, preview: previewChangeset, key: JSON.stringify([kind, options]) };
  const { value: rows, ground } = await lookThrough(desk.db, question, (db, release) => findChartRows(db, release, asRow(definition.value, release), null));
  const built = buildPreview(definition.value, rows);
  if (!built.ok) return built;
  const { model, computedAltText } = built.value;
  const answer = { ground, model, computedAltText };
  if (fields.show === 'embed') return accept({ location, data: { ...answer, embed: await drawFrame(model, fields.theme, now) } });
  if (fields.show === 'card') return accept({ location, data: { ...answer, card: await drawCardPicture(model) } });
  return accept({ location, data: answer });
});

/** The document that a frame would get, without its script, and the heights that its code would name. */
async function drawFrame(model: ChartModel, theme: 'light' | 'dark', now: Date) {
  const latestHref = `/charts/${model.slug}`;
  const release = { number: model.release, publishedAt: now.toISOString() };
  const words = frameWords({ model, mode: { kind: 'live' }, release, changes: [], stoppedBy: null, withdrawal: null, correctedIn: null, latestHref, isRenamed: false });
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { html, script } = embedDocument(
    { model, words, hidesTitle: false, hidesLegend: false, opensTable: false, tableHref: latestHref, pageHref: latestHref, latestHref, theme, canonical: latestHref },
    renderToStaticMarkup,
  );
  return { html: html.replace(`<script>${script}</script>`, ''), heights: embedHeights(model, { mode: 'live' }) };
}

async function drawCardPicture(model: ChartModel): Promise<string> {
  const { svg, address } = chartCard(model, DEFAULT_VIEW, model.release);
  const png = await drawPng({ svg, scale: 1, texts: pictureTexts(model, address) });
  return `data:image/png;base64,${png.toString('base64')}`;
}
