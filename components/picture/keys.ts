import { styled } from './cascade';
import { type InkContext, inkShape } from './ink-drawing';
import { faceOf, type Run } from './letters';
import { round } from './pen';
import { type Shape, textOf } from './shape-tree';

// Lists beside a drawing, set in lines: the legend and the key to the marks.

interface Entry {
  readonly samples: readonly Shape[];
  readonly words: string;
}

interface ListLook {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly lineHeight: number;
  /** Px between two entries of a line. */
  readonly gap: number;
  readonly fill: string;
}

const SAMPLE_GAP = 6;

/** Draws the items of a list (samples, then words) in lines from `top` on; gives the y below. */
export function inkList(list: readonly (Shape | string)[], top: number, look: ListLook, context: InkContext): number {
  const entries = list.flatMap((part) => (typeof part === 'string' ? [] : part.children)).flatMap((item) => (typeof item === 'string' ? [] : [entryOf(item)]));
  if (entries.length === 0) return top;
  const face = faceOf('sans');
  let x = look.x;
  let y = top;
  for (const { samples, words } of entries) {
    const sampleWidth = samples.reduce((sum, sample) => sum + widthOf(sample, context) + 3, -3);
    const indent = samples.length === 0 ? 0 : sampleWidth + SAMPLE_GAP;
    const width = indent + context.pen.measure(words, face, look.size);
    if (x > look.x && x + width > look.x + look.width) {
      x = look.x;
      y += look.lineHeight;
    }
    let at = x;
    for (const sample of samples) {
      inkSample(sample, at, y + look.lineHeight / 2, context);
      at += widthOf(sample, context) + 3;
    }
    context.pen.line([{ text: words, face, fill: look.fill }], x + indent, y + look.lineHeight / 2 + look.size * 0.35, look.size);
    x += width + look.gap;
  }
  return y + look.lineHeight;
}

function entryOf(item: Shape): Entry {
  const samples = [...item.children].flatMap((child) => (typeof child === 'string' ? [] : child.classes.has('key-samples') ? child.children : [child]));
  const words = item.children.filter((child) => typeof child === 'string').join('');
  return { samples: samples.filter((sample) => typeof sample !== 'string'), words };
}

function letterRun(sample: Shape, context: InkContext): { run: Run; size: number } {
  const isLarge = sample.classes.has('key-letter-large');
  const fill = context.styles.root.get(isLarge ? '--ink' : '--accent') ?? '#000';
  return { run: { text: textOf(sample), face: { family: 'data', weight: 600, isItalic: !isLarge }, fill }, size: isLarge ? 16 : 13 };
}

function widthOf(sample: Shape, context: InkContext): number {
  if (sample.tag === 'svg') return Number(sample.attributes.get('width'));
  const { run, size } = letterRun(sample, context);
  return context.pen.measure(run.text, run.face, size);
}

/** One sample with its middle at `middle`. */
export function inkSample(sample: Shape, x: number, middle: number, context: InkContext): void {
  if (sample.tag !== 'svg') {
    const { run, size } = letterRun(sample, context);
    context.pen.line([run], x, middle + size * 0.35, size);
    return;
  }
  const width = Number(sample.attributes.get('width'));
  const height = Number(sample.attributes.get('height'));
  const [left = 0, top = 0] = (sample.attributes.get('viewBox') ?? '0 0').split(' ').map(Number);
  const place = styled(sample, null, null, context.styles, context.widths);
  context.pen.put(`<g transform="translate(${round(x - left)} ${round(middle - height / 2 - top)})">`);
  let before: Shape | null = null;
  for (const child of sample.children) {
    if (typeof child === 'string') continue;
    inkShape(child, place, before, { width, height, face: faceOf('data') }, context);
    before = child;
  }
  context.pen.put('</g>');
}
