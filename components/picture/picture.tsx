import { AnnotationKey } from '@/components/charts/annotation-key';
import { differencesOf } from '@/components/charts/definition-differences';
import { Legend } from '@/components/charts/legend';
import { MarkKey } from '@/components/charts/mark-key';
import { StaticDrawing } from '@/components/charts/static-drawing';
import type { ChartModel } from '@/domain/chart/model';
import { reachWords } from '@/domain/chart/wording';
import { labelDay } from '@/domain/period';
import type { Styles } from './cascade';
import { flow } from './flow';
import type { InkContext } from './ink-drawing';
import { hasEventLabels, inkEvents } from './events';
import { inkList } from './keys';
import { balancedWidth, breakLines, faceOf, type Measure, type Run } from './letters';
import { metadataOf } from './metadata';
import { escapeText, newPen, round, type UsedLetters } from './pen';
import { shapesOf } from './shape-tree';

// A chart as one picture with everything it must not be shown without: what is counted, who says so, as of when, and where it is from.

export interface PictureQuestion {
  readonly model: ChartModel;
  /** Public address of the chart's page in this view. */
  readonly address: string;
  readonly styles: Styles;
  readonly measure: Measure;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly used: readonly UsedLetters[];
  /** The whole file; `fonts` is CSS with the letters used, or nothing where the reader has the fonts. */
  readonly svg: (fonts: string) => string;
}

export const PICTURE_WIDTH = 960;
const MARGIN = 36;
const INNER = PICTURE_WIDTH - 2 * MARGIN;
const SANS = faceOf('sans');
const STRONG = faceOf('sans', 600);
const TITLE = faceOf('serif', 560);
/** More notes than these are left to the page. */
const NOTES = 3;
const PUBLISHERS = 14;

export function drawPicture({ model, address, styles, measure }: PictureQuestion): Picture {
  const pen = newPen(measure);
  const context: InkContext = { pen, styles, widths: { figure: INNER }, address };
  const colour = (name: string): string => styles.root.get(`--${name}`) ?? '#000';
  const ink = colour('ink');
  const muted = colour('ink-muted');

  const paragraph = (runs: readonly Run[], top: number, size: number, lineHeight: number, width = INNER, x = MARGIN): number =>
    breakLines(runs, size, width, measure).reduce((y, line) => {
      pen.line(line, x, y + lineHeight / 2 + size * 0.35, size);
      return y + lineHeight;
    }, top);
  const rule = (y: number, fill: string): void => pen.put(`<path d="M${MARGIN} ${round(y) + 0.5}h${INNER}" stroke="${fill}"/>`);

  let y = paragraph([{ text: model.title, face: TITLE, fill: ink }], MARGIN - 6, 32, 37);
  const subtitle: readonly Run[] = [{ text: model.subtitle, face: SANS, fill: muted }];
  if (model.subtitle !== '') y = paragraph(subtitle, y + 6, 16, 23, balancedWidth(subtitle, 16, INNER, measure));
  if (model.asOf !== null) {
    pen.put(`<path d="M${MARGIN} ${y + 14}h${INNER}v32h-${INNER}z" fill="${colour('accent-wash')}"/><path d="M${MARGIN} ${y + 14}h3v32h-3z" fill="${colour('accent')}"/>`);
    const vintage = [{ text: 'As known on ', face: SANS, fill: ink }, { text: labelDay(model.asOf), face: STRONG, fill: ink }, { text: '. Figures reported later are left out.', face: SANS, fill: ink }];
    paragraph(vintage, y + 20, 14, 20, INNER - 30, MARGIN + 15);
    y += 46;
  }
  const differences = differencesOf(model);
  if (differences !== null) {
    const warning: readonly Run[] = [{ text: differences.summary, face: SANS, fill: ink }];
    const height = breakLines(warning, 14, INNER - 30, measure).length * 20 + 12;
    pen.put(`<path d="M${MARGIN} ${round(y + 14)}h${INNER}v${height}h-${INNER}z" fill="${colour('warning-wash')}"/><path d="M${MARGIN} ${round(y + 14)}h3v${height}h-3z" fill="${colour('series-1')}"/>`);
    paragraph(warning, y + 20, 14, 20, INNER - 30, MARGIN + 15);
    y += 14 + height;
  }
  y = inkList(shapesOf(<Legend model={model} />), y + 16, { x: MARGIN, width: INNER, size: 14, lineHeight: 26, gap: 20, fill: ink }, context) + 6;
  const drawing = shapesOf(<StaticDrawing model={model} width={INNER} />);
  for (const part of drawing) if (typeof part !== 'string') y = flow(part, null, null, MARGIN, y, INNER, context);
  if (!hasEventLabels(drawing, INNER)) y = inkEvents(shapesOf(<AnnotationKey model={model} />), MARGIN, y + 10, INNER, muted, context);
  const key = shapesOf(<MarkKey model={model} />);
  if (key.length > 0) {
    rule(y + 8, colour('rule'));
    y = inkList(key, y + 15, { x: MARGIN, width: INNER, size: 13, lineHeight: 23, gap: 20, fill: muted }, context);
  }
  rule(y + 8, colour('rule-strong'));
  y = paragraph([{ text: 'What is counted: ', face: STRONG, fill: ink }, { text: model.countingRule, face: SANS, fill: muted }], y + 18, 13.5, 20);
  for (const note of notesOf(model)) {
    pen.put(`<circle cx="${MARGIN + 4}" cy="${round(y + 14)}" r="2" fill="${colour('accent')}"/>`);
    y = paragraph([{ text: note, face: SANS, fill: muted }], y + 4, 13.5, 20, INNER - 16, MARGIN + 16);
  }
  const publishers = publishersOf(model);
  if (publishers !== '') y = paragraph([{ text: 'Sources: ', face: STRONG, fill: ink }, { text: publishers, face: SANS, fill: muted }], y + 6, 13.5, 20);
  y = paragraph([{ text: knowledgeOf(model), face: SANS, fill: muted }], y + 6, 13.5, 20);
  rule(y + 12, colour('rule'));
  pen.line([{ text: 'Frontier Ledger', face: TITLE, fill: ink }], MARGIN, y + 35, 16);
  y = signed(address, y + 20, pen, muted) + MARGIN - 12;

  const height = Math.ceil(y);
  const head = `<title id="title">${escapeText(model.title)}</title><desc id="description">${escapeText(model.altText)}</desc>${metadataOf(model, address)}`;
  const paper = `<path d="M0 0h${PICTURE_WIDTH}v${height}H0z" fill="${colour('paper')}"/>`;
  return {
    width: PICTURE_WIDTH,
    height,
    used: pen.used(),
    svg: (fonts) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE_WIDTH}" height="${height}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" lang="en" aria-labelledby="title" aria-describedby="description">`
      + `${head}${fonts === '' ? '' : `<style>${fonts}</style>`}${paper}${pen.markup()}</svg>\n`,
  };
}

/** The address at the right of the last line, on lines of its own where it is long. */
function signed(address: string, top: number, pen: InkContext['pen'], fill: string): number {
  const shown = address.replace(/^https?:\/\//, '');
  const lines = breakLines([{ text: shown, face: SANS, fill }], 13, INNER - 150, pen.measure);
  lines.forEach((line, index) => pen.line(line, PICTURE_WIDTH - MARGIN, top + 15 + index * 18, 13, 'end'));
  return top + Math.max(lines.length, 1) * 18;
}

function notesOf({ notes }: ChartModel): readonly string[] {
  return notes.length <= NOTES + 1 ? notes : [...notes.slice(0, NOTES), `${notes.length - NOTES} more notes on the chart’s page.`];
}

/** Who is cited, each once, in order of first use; many are cut short, for the page and the file's own metadata name all. */
function publishersOf({ citations }: ChartModel): string {
  const all = [...new Set(citations.map(({ source }) => source.publisher))];
  return all.length <= PUBLISHERS + 2 ? all.join('; ') : `${all.slice(0, PUBLISHERS).join('; ')}; and ${all.length - PUBLISHERS} more, named on the chart’s page`;
}

function knowledgeOf(model: ChartModel): string {
  const { asOf, release } = model;
  return `${reachWords(model)}${asOf === null ? '' : ` as known on ${labelDay(asOf)}`}. Release ${release}. Compilation CC BY 4.0.`;
}
