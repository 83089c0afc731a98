import { lengthOf, type Styled, styled, type Styles } from './cascade';
import { FAMILY_NAMES, type Face, type Family, faceOf } from './letters';
import { escapeText, type Pen, round } from './pen';
import type { Shape } from './shape-tree';
import type { Widths } from './style-sheet';

/** Where a shape is drawn: the box that percentages refer to, and the face that its words inherit. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly face: Face;
}

export interface InkContext {
  readonly pen: Pen;
  readonly styles: Styles;
  readonly widths: Widths;
  /** Public address of the chart's page: marks lead to their sources there. */
  readonly address: string;
}

const PAINTED = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin',
  'paint-order', 'shape-rendering', 'font-size', 'letter-spacing', 'text-decoration', 'opacity',
] as const;
const ACROSS = new Set(['x', 'x1', 'x2', 'cx', 'dx', 'width']);
const DOWN = new Set(['y', 'y1', 'y2', 'cy', 'dy', 'height']);
const UNSEEN = new Set(['role', 'tabindex', 'focusable', 'href', 'overflow', 'xmlns']);

/** Draws one SVG shape with its styles as plain attributes and its percentages as pixels. */
export function inkShape(shape: Shape, parent: Styled | null, previous: Shape | null, canvas: Canvas, context: InkContext): void {
  const { pen, styles, widths } = context;
  if (shape.tag === 'desc' || shape.classes.has('hit')) return;
  const place = styled(shape, parent, previous, styles, widths);
  if (place.declared.get('display') === 'none') return;
  if (shape.tag === 'title') {
    const words = shape.children.join('');
    pen.put(`<title>${escapeText(words)}</title>`);
    return;
  }
  const face = inheritedFace(place, canvas.face);
  const attributes = resolved(shape, canvas);
  const box = boxOf(shape, attributes, canvas);
  const own = paint(place, attributes, isText(shape) ? face : null, canvas.face);
  const [tag, opening] = openingOf(shape, attributes, own, context.address);
  pen.put(`<${tag}${opening}`);
  if (shape.children.length === 0) {
    pen.put('/>');
    return;
  }
  pen.put('>');
  let before: Shape | null = null;
  for (const child of shape.children) {
    if (typeof child === 'string') {
      const words = place.declared.get('text-transform') === 'uppercase' ? child.toUpperCase() : child;
      pen.note(words, face);
      pen.put(escapeText(words));
      continue;
    }
    inkShape(child, place, before, { ...box, face: isText(shape) ? face : canvas.face }, context);
    before = child;
  }
  pen.put(`</${tag}>`);
}

function isText({ tag }: Shape): boolean {
  return tag === 'text' || tag === 'tspan';
}

function inheritedFace({ declared }: Styled, above: Face): Face {
  const weight = Number(declared.get('font-weight') ?? above.weight);
  const style = declared.get('font-style');
  return faceOf(familyOf(declared) ?? above.family, weight, style === undefined ? above.isItalic : style === 'italic');
}

/** Which of the picture's three families the style sheet asks for; null where it leaves it to the parent. */
export function familyOf(declared: ReadonlyMap<string, string>): Family | null {
  const names = declared.get('font-family');
  const stretch = declared.get('font-stretch');
  if (names?.includes('Newsreader') === true) return 'serif';
  if (stretch !== undefined) return Number.parseFloat(stretch) < 95 ? 'data' : 'sans';
  return names === undefined ? null : 'sans';
}

function resolved(shape: Shape, canvas: Canvas): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of shape.attributes) {
    if (UNSEEN.has(name) || name.startsWith('aria-') || name.startsWith('data-')) continue;
    const percent = value.endsWith('%') ? Number(value.slice(0, -1)) / 100 : null;
    const whole = ACROSS.has(name) ? canvas.width : DOWN.has(name) ? canvas.height : null;
    attributes.set(name, percent !== null && whole !== null ? String(round(percent * whole)) : value);
  }
  return attributes;
}

/** The box that percentages below this shape refer to: only an inner svg makes one of its own. */
function boxOf(shape: Shape, attributes: ReadonlyMap<string, string>, canvas: Canvas): Canvas {
  if (shape.tag !== 'svg') return canvas;
  return { ...canvas, width: Number(attributes.get('width') ?? canvas.width), height: Number(attributes.get('height') ?? canvas.height) };
}

/** Attributes as text. What the style sheet declares wins over an attribute, as it does in a browser. */
function paint(place: Styled, attributes: Map<string, string>, face: Face | null, above: Face): string {
  for (const name of PAINTED) {
    const value = place.declared.get(name);
    if (value !== undefined) attributes.set(name, value === 'transparent' ? 'none' : plainValue(value, place.declared.get('font-size')));
  }
  const words = [...attributes].map(([name, value]) => ` ${name}="${escapeText(value)}"`).join('');
  if (face === null) return words;
  const changed = [
    face.family !== above.family && ` font-family="${escapeText(FAMILY_NAMES[face.family])}"`,
    face.weight !== above.weight && ` font-weight="${face.weight}"`,
    face.isItalic !== above.isItalic && ` font-style="${face.isItalic ? 'italic' : 'normal'}"`,
  ];
  return words + changed.filter((part) => part !== false).join('');
}

/** Lengths without their unit, as attributes of SVG have them. */
function plainValue(value: string, fontSize: string | undefined): string {
  if (value.endsWith('em')) return String(round(lengthOf(value, lengthOf(fontSize) ?? 12) ?? 0));
  return value.replace(/(\d)px\b/g, '$1');
}

function openingOf(shape: Shape, attributes: ReadonlyMap<string, string>, painted: string, address: string): [tag: string, attributes: string] {
  if (shape.tag === 'a') {
    const href = shape.attributes.get('href') ?? '';
    return ['a', ` href="${escapeText(href.startsWith('#') ? `${address}${href}` : href)}"${painted}`];
  }
  if (shape.tag !== 'svg') return [shape.tag, painted];
  // An inner svg that lets its content stand out is only a moved origin, which every viewer draws alike as a group.
  const isOpen = shape.attributes.get('overflow') === 'visible';
  if (!isOpen) return ['svg', painted];
  return ['g', ` transform="translate(${attributes.get('x') ?? 0} ${attributes.get('y') ?? 0})"`];
}
