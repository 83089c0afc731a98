import type { Styled } from './cascade';
import type { InkContext } from './ink-drawing';
import { inkSample } from './keys';
import { breakLines, faceOf, type Run } from './letters';
import { round } from './pen';
import { type Shape, textOf, withClass } from './shape-tree';

// The map's lists: crossings with their state, and numbered places with what happened there, in columns.

interface Item {
  readonly sample: Shape | null;
  readonly paragraphs: readonly (readonly Run[])[];
}

const COLUMNS = 3;
const GAP = 26;
const SIZE = 12.5;
const LEADING = 17;
const AFTER = 7;

/** Draws one list of the map under its title; gives the y below. */
export function inkPlaces(section: Shape, place: Styled, x: number, top: number, width: number, context: InkContext): number {
  const { pen } = context;
  const ink = place.properties.get('--ink') ?? '#000';
  const muted = place.properties.get('--ink-muted') ?? ink;
  const title = withClass([section], 'map-key-title').map(textOf).join('');
  pen.line([{ text: title, face: faceOf('sans', 600), fill: ink }], x, top + 14, 14);
  pen.put(`<path d="M${x} ${round(top + 22) + 0.5}h${width}" stroke="${ink}"/>`);

  const items = section.children.flatMap((list) => (typeof list === 'string' || (list.tag !== 'ul' && list.tag !== 'ol') ? [] : list.children))
    .flatMap((item) => (typeof item === 'string' ? [] : [itemOf(item, ink, muted)]));
  const column = (width - (COLUMNS - 1) * GAP) / COLUMNS;
  const indent = Math.max(...items.map(({ sample }) => Number(sample?.attributes.get('width') ?? 0))) + 8;
  const set = items.map((item) => ({ item, lines: item.paragraphs.flatMap((runs) => breakLines(runs, SIZE, column - indent, pen.measure)) }));
  const heightOf = ({ lines }: (typeof set)[number]): number => lines.length * LEADING + AFTER;
  const share = set.reduce((sum, entry) => sum + heightOf(entry), 0) / COLUMNS;

  const start = top + 34;
  let lowest = start;
  let passed = 0;
  let y = start;
  let at = 0;
  for (const entry of set) {
    const wanted = Math.min(Math.floor((passed + heightOf(entry) / 2) / share), COLUMNS - 1);
    if (wanted > at) [at, y] = [wanted, start];
    passed += heightOf(entry);
    const left = x + at * (column + GAP);
    if (entry.item.sample !== null) inkSample(entry.item.sample, left, y + LEADING / 2, context);
    for (const line of entry.lines) {
      pen.line(line, left + indent, y + 12.5, SIZE);
      y += LEADING;
    }
    y += AFTER;
    lowest = Math.max(lowest, y);
  }
  return lowest;
}

function itemOf(item: Shape, ink: string, muted: string): Item {
  const sample = item.children.find((child): child is Shape => typeof child !== 'string' && child.tag === 'svg') ?? null;
  const [name] = withClass([item], 'map-entry-name');
  if (name === undefined) {
    const [link, ...rest] = item.children.filter((child) => child !== sample).flatMap((child) => (typeof child === 'string' ? [child] : child.children));
    return { sample, paragraphs: [[{ text: words(link), face: faceOf('sans', 600), fill: ink }, { text: rest.map(words).join(''), face: faceOf('sans'), fill: muted }]] };
  }
  const region = withClass([name], 'map-entry-region').map(textOf).join('');
  const whole = textOf(name);
  const incidents = withClass([item], 'map-incident').map((incident): Run[] => {
    const when = withClass([incident], 'map-when').map(textOf).join('');
    const what = withClass([incident], 'map-what').map(textOf).join('');
    return [{ text: `${when} `, face: faceOf('data'), fill: muted }, { text: what, face: faceOf('data'), fill: ink }];
  });
  const heading: Run[] = [{ text: whole.slice(0, whole.length - region.length), face: faceOf('sans', 600), fill: ink }, { text: region, face: faceOf('sans'), fill: muted }];
  return { sample, paragraphs: [heading, ...incidents] };
}

/** Words of a part without the spoken titles of its signs. */
function words(part: Shape | string | undefined): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return part;
  return part.tag === 'svg' ? '' : part.children.map(words).join('');
}
