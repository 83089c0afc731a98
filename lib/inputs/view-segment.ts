import { isDay } from '@/domain/period';
import { DIGITS, type Digits, type Language } from '@/domain/words';
import { ALLOWED, DEFAULT_VIEW, type View } from './view';

// A view as one segment of the internal path, `-` for the default one: equal views have equal segments.

const LIST = '~';

/** `asof=2025-07-10,table=1`. Made only of characters that a path keeps as they are; the language has a segment of its own. */
export function printViewSegment(view: View): string {
  const parts = [
    view.asOf && `asof=${view.asOf}`,
    view.from && `from=${view.from}`,
    view.to && `to=${view.to}`,
    view.series.length > 0 && `series=${view.series.join(LIST)}`,
    view.breakdown && `breakdown=${view.breakdown}`,
    view.lens !== 'all' && `lens=${view.lens}`,
    view.table && 'table=1',
    view.theme && `theme=${view.theme}`,
    view.history && 'history=1',
    view.scale !== 1 && `scale=${view.scale}`,
    view.bom && 'bom=1',
    view.digits && `digits=${view.digits}`,
    view.pinned && 'pinned=1',
    view.dropped.length > 0 && `dropped=${view.dropped.join(LIST)}`,
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? '-' : parts.join(',');
}

/** The view of a segment that `printViewSegment` wrote; null for any other text. */
export function parseViewSegment(text: string, language: Language = 'en'): View | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    return null;
  }
  const fields = new Map(decoded === '-' ? [] : decoded.split(',').map((part) => part.split('=', 2) as [string, string]));
  const view: View = {
    asOf: fields.get('asof') ?? null,
    from: fields.get('from') ?? null,
    to: fields.get('to') ?? null,
    series: fields.get('series')?.split(LIST) ?? [],
    breakdown: fields.get('breakdown') ?? null,
    lens: asLens(fields.get('lens')),
    table: fields.get('table') === '1',
    theme: asTheme(fields.get('theme')),
    history: fields.get('history') === '1',
    scale: fields.get('scale') === '2' ? 2 : fields.get('scale') === '0.5' ? 0.5 : 1,
    bom: fields.get('bom') === '1',
    language,
    digits: asDigits(fields.get('digits')),
    pinned: fields.get('pinned') === '1',
    dropped: (fields.get('dropped')?.split(LIST) ?? []).filter((name): name is View['dropped'][number] => name in ALLOWED),
  };
  const areDays = [view.asOf, view.from, view.to].every((day) => day === null || isDay(day));
  return areDays && printViewSegment(view) === decoded ? view : null;
}

function asLens(text: string | undefined): View['lens'] {
  return text === 'pakistan' || text === 'taliban' || text === 'independent' ? text : DEFAULT_VIEW.lens;
}

function asDigits(text: string | undefined): Digits | null {
  return DIGITS.find((digits) => digits === text) ?? null;
}

function asTheme(text: string | undefined): View['theme'] {
  return text === 'light' || text === 'dark' ? text : null;
}
