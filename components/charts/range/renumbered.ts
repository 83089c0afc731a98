import type { Citation } from '@/domain/citation';
import type { ChartModel } from '@/domain/chart/model';

/** The model with its sources numbered as `page` numbers them; a source that is not among those is left out, for it stands nowhere on the page. */
export function renumbered<M extends ChartModel>(model: M, page: readonly Citation[]): M {
  const places = new Map(page.map((citation, index) => [JSON.stringify(citation), index]));
  const place = model.citations.map((citation) => places.get(JSON.stringify(citation)));
  return { ...(mapCitations(model, (index) => place[index]) as M), citations: page };
}

/** Goes through a model, which is plain data, and replaces every list of citation numbers. */
function mapCitations(value: unknown, placeOf: (index: number) => number | undefined): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => mapCitations(item, placeOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => {
    const isNumbers = name === 'citations' && Array.isArray(item) && item.every((index) => typeof index === 'number');
    return [name, isNumbers ? (item as number[]).flatMap((index) => placeOf(index) ?? []) : mapCitations(item, placeOf)];
  }));
}
