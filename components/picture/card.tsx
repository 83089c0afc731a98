import { Legend } from '@/components/charts/legend';
import { StaticDrawing } from '@/components/charts/static-drawing';
import type { ChartModel } from '@/domain/chart/model';
import { labelDay } from '@/domain/period';
import { flow } from './flow';
import { inkList } from './keys';
import type { InkContext } from './ink-drawing';
import { balancedWidth, breakLines, faceOf, type Run } from './letters';
import { newPen, type Pen, round } from './pen';
import type { PictureQuestion } from './picture';
import { type Shape, shapesOf } from './shape-tree';

// A chart as the card that messengers and networks show of a link: the drawing as large as it can be, and from whom and as of when.

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
const EDGE = 48;
const INNER = CARD_WIDTH - 2 * EDGE;
const FOOT = 62;
const SANS = faceOf('sans');
const STRONG = faceOf('sans', 600);
const TITLE = faceOf('serif', 560);
/** Widths at which the drawing is tried: it changes with its width as in a page. */
const WIDTHS = [640, 780, 920, 1104, 1320, 1600];
/** Smaller than this a drawing says nothing any more: a taller one fades out at the foot instead, and says so. A map is never cut. */
const SMALLEST = { periods: 0.6, 'year-to-date': 0.6, closures: 0.6, 'closed-days': 0.6, claims: 0.7, map: 0 } as const;
/** The scale of what is cut anyway. */
const CUT = 0.84;
const LARGEST = 1.5;

export function drawCard({ model, address, styles, measure }: PictureQuestion): string {
  const pen = newPen(measure);
  const colour = (name: string): string => styles.root.get(`--${name}`) ?? '#000';
  const [ink, muted, paper] = [colour('ink'), colour('ink-muted'), colour('paper')];
  const lines = (runs: readonly Run[], top: number, size: number, lineHeight: number, most: number, width = INNER): number =>
    shorten(breakLines(runs, size, width, measure), most).reduce((y, line) => {
      pen.line(line, EDGE, y + lineHeight / 2 + size * 0.35, size);
      return y + lineHeight;
    }, top);

  let y = lines([{ text: model.title, face: TITLE, fill: ink }], 34, 46, 50, 2);
  const subtitle: readonly Run[] = [{ text: model.subtitle, face: SANS, fill: muted }];
  if (model.subtitle !== '') y = lines(subtitle, y + 4, 23, 31, 2, balancedWidth(subtitle, 23, INNER, measure));
  if (model.asOf !== null) {
    pen.put(`<path d="M${EDGE} ${y + 10}h5v34h-5z" fill="${colour('accent')}"/>`);
    y = lines([{ text: `   As known on ${labelDay(model.asOf)}`, face: STRONG, fill: colour('accent') }], y + 10, 22, 34, 1);
  }
  const top = y + 16;
  const bottom = CARD_HEIGHT - FOOT - 14;
  const { width, height, scale } = fitting(bottom - top, SMALLEST[model.kind], (at) => inked(newPen(measure), at));
  const isCut = height * scale > bottom - top + 1;
  const left = EDGE + Math.max(0, (INNER - width * scale) / 2);
  pen.put(`<clipPath id="card-box"><path d="M0 0h${CARD_WIDTH}v${bottom}H0z"/></clipPath><g clip-path="url(#card-box)"><g transform="translate(${round(left)} ${round(top)}) scale(${round(scale)})">`);
  inked(pen, width);
  pen.put('</g></g>');
  if (isCut) pen.put(`<linearGradient id="card-fade" x2="0" y2="1"><stop stop-color="${paper}" stop-opacity="0"/><stop offset="1" stop-color="${paper}"/></linearGradient><path d="M0 ${bottom - 90}h${CARD_WIDTH}v90H0z" fill="url(#card-fade)"/>`);

  pen.put(`<path d="M${EDGE} ${CARD_HEIGHT - FOOT + 0.5}h${INNER}" stroke="${colour('rule-strong')}"/>`);
  pen.line([{ text: 'Frontier Ledger', face: TITLE, fill: ink }], EDGE, CARD_HEIGHT - 23, 27);
  const facts = `${isCut ? 'The rest is on the page. ' : ''}Every number with its source. ${reachOf(model)}Release ${model.release}`;
  pen.line([{ text: facts, face: SANS, fill: muted }], CARD_WIDTH - EDGE, CARD_HEIGHT - 24, 20, 'end');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}" lang="en"><path d="M0 0h${CARD_WIDTH}v${CARD_HEIGHT}H0z" fill="${paper}"/>${pen.markup()}</svg>\n`;

  function inked(onto: Pen, at: number): number {
    const context: InkContext = { pen: onto, styles, widths: { figure: at }, address };
    let below = inkList(shapesOf(<Legend model={model} />), 0, { x: 0, width: at, size: 15, lineHeight: 28, gap: 22, fill: ink }, context);
    for (const part of shapesOf(<StaticDrawing model={model} width={at} />)) if (typeof part !== 'string') below = flow(withoutKey(part), null, null, 0, below + 4, at, context);
    return below;
  }
}

/** The width at which the drawing fills the box best, large letters before anything else. */
function fitting(room: number, smallest: number, heightAt: (width: number) => number): { readonly width: number; readonly height: number; readonly scale: number } {
  const tried = WIDTHS.map((width) => {
    const height = heightAt(width);
    const whole = Math.min(INNER / width, room / height, LARGEST);
    const scale = whole >= smallest ? whole : Math.min(CUT, INNER / width);
    return { width, height, scale, worth: scale * Math.min(1, (width * scale) / INNER) * (whole < scale ? 0.5 : 1) };
  });
  return tried.reduce((best, one) => (one.worth > best.worth ? one : best));
}

/** The list of places under a map is left to the page. */
function withoutKey(shape: Shape): Shape {
  return { ...shape, children: shape.children.flatMap((child): (Shape | string)[] => (typeof child === 'string' ? [child] : child.classes.has('map-key') ? [] : [withoutKey(child)])) };
}

/** At most so many lines; the last says by three dots that there is more. */
function shorten(all: readonly Run[][], most: number): readonly (readonly Run[])[] {
  if (all.length <= most) return all;
  return all.slice(0, most).map((line, index) => (index < most - 1 ? line : line.map((run, at) => (at < line.length - 1 ? run : { ...run, text: `${run.text.replace(/[\s,;.]+$/, '')} …` }))));
}

function reachOf({ knownUntil }: ChartModel): string {
  return knownUntil === null ? '' : `Figures to ${labelDay(knownUntil)}. `;
}
