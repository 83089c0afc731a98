import { lengthOf, type Styled, styled } from './cascade';
import { type Canvas, familyOf, type InkContext, inkShape } from './ink-drawing';
import { breakLines, faceOf, type Run } from './letters';
import { faceAttributes, newPen, round } from './pen';
import { inkList } from './keys';
import { inkPlaces } from './places';
import { type Shape, textOf } from './shape-tree';

/** Draws the boxes of a drawing one under the other from `top` on, each as tall as it is; gives the y below the last. */
export function flow(shape: Shape, parent: Styled | null, previous: Shape | null, x: number, top: number, width: number, context: InkContext): number {
  const { styles, widths } = context;
  const within = shape.classes.has('drawing') ? { ...widths, drawing: width } : widths;
  const place = styled(shape, parent, previous, styles, within);
  if (place.declared.get('display') === 'none') return top;
  const y = top + (previous === null ? 0 : marginTop(place));
  if (shape.classes.has('legend')) return inkList([shape], y, { x, width, size: 13, lineHeight: 26, gap: 18, fill: place.properties.get('--ink') ?? '#000' }, { ...context, widths: within }) + 6;
  if (shape.classes.has('map-key')) return inkPlaces(shape, place, x, y + 16, width, { ...context, widths: within });
  if (shape.classes.has('plot')) return inkPlot(shape, place, x, y, width, { ...context, widths: within });
  if (shape.classes.has('panel-grid')) return inkGrid(shape, place, x, y, width, { ...context, widths: within });
  if (!shape.children.some((child) => typeof child !== 'string' && isBox(child))) return inkParagraph(place, x, y, width, context);
  let bottom = y;
  let before: Shape | null = null;
  for (const child of shape.children) {
    if (typeof child === 'string') continue;
    bottom = flow(child, place, before, x, bottom, width, { ...context, widths: within });
    before = child;
  }
  return bottom;
}

/** Boxes beside each other in as many columns as the style sheet says, those of one row on one base line. */
function inkGrid(grid: Shape, place: Styled, x: number, top: number, width: number, context: InkContext): number {
  const columns = Number(place.properties.get('--columns') ?? 1);
  const across = lengthOf(place.properties.get('--gap-across')) ?? 0;
  const down = lengthOf(place.properties.get('--gap-down')) ?? 0;
  const boxes = grid.children.filter((child) => typeof child !== 'string');
  const column = (width - across * (columns - 1)) / columns;
  const draw = (box: Shape, left: number, y: number, pen = context.pen): number => flow(box, place, null, left, y, column, { ...context, pen });
  let y = top;
  for (let first = 0; first < boxes.length; first += columns) {
    const row = boxes.slice(first, first + columns);
    // Measured on a sheet that is thrown away: the boxes end on one line, whatever their heads need.
    const heights = row.map((box) => draw(box, 0, 0, newPen(context.pen.measure)));
    const tallest = Math.max(...heights);
    row.forEach((box, index) => draw(box, x + index * (column + across), y + tallest - (heights[index] ?? 0)));
    y += tallest + (first + columns < boxes.length ? down : 0);
  }
  return y;
}

function isBox(shape: Shape): boolean {
  return shape.tag === 'div' || shape.tag === 'p';
}

function marginTop({ declared }: Styled): number {
  return lengthOf(declared.get('margin-top') ?? declared.get('margin-block-start') ?? declared.get('margin')?.split(' ')[0]) ?? 0;
}

function inkPlot(plot: Shape, place: Styled, x: number, y: number, width: number, context: InkContext): number {
  const left = lengthOf(place.declared.get('padding-left')) ?? 0;
  const right = lengthOf(place.declared.get('padding-right')) ?? 0;
  const inner = width - left - right;
  const widths = { ...context.widths, plot: inner };
  let height = 0;
  for (const box of plot.children) {
    if (typeof box === 'string') continue;
    const boxed = styled(box, place, null, context.styles, widths);
    for (const drawing of box.children) {
      if (typeof drawing === 'string' || drawing.tag !== 'svg') continue;
      const aspect = Number(place.properties.get('--map-aspect') ?? 0);
      const tall = aspect > 0 ? Math.round(inner / aspect) : Number(drawing.attributes.get('height'));
      const canvas: Canvas = { width: inner, height: tall, face: faceOf('data') };
      const frame = boxed.declared.get('border')?.replace('1px solid ', '');
      const at = `x="${round(x + left)}" y="${round(y)}" width="${inner}" height="${tall}"`;
      // What hides its overflow in the page is cut off at its own edge here, too.
      const isCut = boxed.declared.get('overflow') === 'hidden';
      context.pen.put(isCut ? `<svg ${at}${faceAttributes(canvas.face)}>` : `<g transform="translate(${round(x + left)} ${round(y)})"${faceAttributes(canvas.face)}>`);
      const svg = styled(drawing, boxed, null, context.styles, widths);
      let before: Shape | null = null;
      for (const child of drawing.children) {
        if (typeof child === 'string') continue;
        inkShape(child, svg, before, canvas, { ...context, widths });
        before = child;
      }
      context.pen.put(isCut ? '</svg>' : '</g>');
      if (frame !== undefined) context.pen.put(`<rect ${at} fill="none" stroke="${frame}"/>`);
      height = Math.max(height, tall);
    }
  }
  return y + height;
}

/** A line or two of words in the drawing: titles of panels, notes. */
function inkParagraph(place: Styled, x: number, y: number, width: number, context: InkContext): number {
  const { declared, properties } = place;
  const size = lengthOf(declared.get('font-size')) ?? 14;
  const lineHeight = Number(declared.get('line-height') ?? 1.4) * size;
  const ink = properties.get('--ink') ?? '#000';
  const family = familyOf(declared) ?? 'sans';
  const runs = runsOf(place, ink, Number(declared.get('font-weight') ?? 400), family, context);
  let bottom = y;
  for (const line of breakLines(runs, size, width, context.pen.measure)) {
    context.pen.line(line, x, bottom + lineHeight / 2 + size * 0.35, size);
    bottom += lineHeight;
  }
  bottom += lengthOf(declared.get('padding-bottom')) ?? 0;
  const border = /^1px solid (\S+)$/.exec(declared.get('border-bottom') ?? '')?.[1];
  if (border !== undefined) context.pen.put(`<path d="M${x} ${round(bottom) + 0.5}h${width}" stroke="${border}"/>`);
  return bottom + (lengthOf(declared.get('margin')?.split(' ')[2]) ?? 0);
}

function runsOf(place: Styled, ink: string, weight: number, family: Run['face']['family'], context: InkContext): Run[] {
  const fill = place.declared.get('color') ?? ink;
  const face = faceOf(family, weight);
  return place.shape.children.flatMap((child): Run[] => {
    if (typeof child === 'string') return [{ text: child, face, fill }];
    const inner = styled(child, place, null, context.styles, context.widths);
    const gap = lengthOf(inner.declared.get('margin-left')) === null ? '' : ' ';
    return [{ text: `${gap}${textOf(child)}`, face: faceOf(family, Number(inner.declared.get('font-weight') ?? weight)), fill: inner.declared.get('color') ?? fill }];
  });
}
