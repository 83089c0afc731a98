import type { InkContext } from './ink-drawing';
import { lengthOf } from './cascade';
import { breakLines, faceOf } from './letters';
import { round } from './pen';
import { type Shape, textOf, withClass } from './shape-tree';

interface NumberedEvent {
  readonly number: string;
  readonly words: string;
}

/** Plot width in px from which the style sheet shows labels in the place of numbered pins. */
const LABELS_FROM = 640;
const COLUMN_GAP = 28;

/** Whether the drawing, `width` px wide, names its events itself. */
export function hasEventLabels(drawing: readonly (Shape | string)[], width: number): boolean {
  const [plot] = withClass(drawing, 'plot');
  const gutters = ['--gutter', '--tail'].reduce((sum, name) => sum + (lengthOf(plot?.style.get(name)) ?? 0), 0);
  return withClass(drawing, 'annotations-labels').length > 0 && width - gutters >= LABELS_FROM;
}

/** The numbered events in two columns; where there are too many for numbers, only how many there are. Gives the y below. */
export function inkEvents(key: readonly (Shape | string)[], x: number, top: number, width: number, fill: string, context: InkContext): number {
  const { pen, styles } = context;
  const events = eventsOf(key);
  const accent = styles.root.get('--accent') ?? '#000';
  const face = faceOf('sans');
  if (events.length === 0) return top;
  if (events[0]?.number === '▾') {
    pen.put(`<path d="M${x + 2} ${round(top + 8)}h8l-4 7z" fill="${accent}"/>`);
    pen.line([{ text: `${events.length} events marked; the chart’s page names them with their sources.`, face, fill }], x + 18, top + 16, 13);
    return top + 24;
  }
  const column = (width - COLUMN_GAP) / 2;
  const half = Math.ceil(events.length / 2);
  const bottoms = [events.slice(0, half), events.slice(half)].map((some, side) => {
    const left = x + side * (column + COLUMN_GAP);
    let y = top;
    for (const { number, words } of some) {
      pen.line([{ text: number, face: faceOf('sans', 600), fill: accent }], left, y + 14, 13);
      for (const line of breakLines([{ text: words, face, fill }], 13, column - 22, pen.measure)) {
        pen.line(line, left + 22, y + 14, 13);
        y += 19;
      }
      y += 3;
    }
    return y;
  });
  return Math.max(...bottoms);
}

/** The events as the page lists them, without their longer descriptions. */
function eventsOf(key: readonly (Shape | string)[]): NumberedEvent[] {
  return withClass(key, 'event-list').flatMap((list) => list.children).flatMap((item) => {
    if (typeof item === 'string') return [];
    const number = withClass([item], 'event-number').map(textOf).join('');
    const more = withClass([item], 'event-more').map(textOf).join('');
    const whole = textOf(item);
    return [{ number, words: whole.slice(number.length, whole.length - more.length) }];
  });
}
