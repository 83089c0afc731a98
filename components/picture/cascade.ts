import type { Shape } from './shape-tree';
import { holds, type StyleRule, type Widths } from './style-sheet';

// What the style sheet says about one element, with custom properties and colour mixtures worked out.

/** An element among its ancestors, with its computed custom properties. */
export interface Styled {
  readonly shape: Shape;
  readonly parent: Styled | null;
  readonly previous: Shape | null;
  readonly properties: ReadonlyMap<string, string>;
  /** Declared on this element itself; inherited values are the parent's affair, as in SVG. */
  readonly declared: ReadonlyMap<string, string>;
}

export interface Styles {
  readonly rules: readonly StyleRule[];
  readonly root: ReadonlyMap<string, string>;
}

export function styled(shape: Shape, parent: Styled | null, previous: Shape | null, { rules, root }: Styles, widths: Widths): Styled {
  const properties = new Map(parent?.properties ?? root);
  const raw = new Map<string, string>();
  const here = { shape, parent, previous };
  for (const rule of rules) {
    if (!matches(rule.compounds, here) || !holds(rule, widths)) continue;
    for (const [name, value] of rule.declarations) raw.set(name, value);
  }
  for (const [name, value] of shape.style) raw.set(name, value);
  for (const [name, value] of raw) if (name.startsWith('--')) properties.set(name, substitute(value, properties));
  const declared = new Map([...raw].filter(([name]) => !name.startsWith('--')).map(([name, value]) => [name, mixed(substitute(value, properties))]));
  return { ...here, properties, declared };
}

type Place = Pick<Styled, 'shape' | 'parent' | 'previous'>;

function matches(compounds: StyleRule['compounds'], place: Place, last = compounds.length - 1): boolean {
  const compound = compounds[last];
  if (compound === undefined) return true;
  const { shape } = place;
  if (compound.tag !== null && compound.tag !== shape.tag) return false;
  if (!compound.classes.every((name) => shape.classes.has(name))) return false;
  if (last === 0) return true;
  if (compound.relation === '+') return place.previous !== null && matches(compounds, { shape: place.previous, parent: place.parent, previous: null }, last - 1);
  let above = place.parent;
  if (compound.relation === '>') return above !== null && matches(compounds, above, last - 1);
  for (; above !== null; above = above.parent) if (matches(compounds, above, last - 1)) return true;
  return false;
}

/** Puts values in the place of `var(--name)` and `var(--name, fallback)`. */
function substitute(value: string, properties: ReadonlyMap<string, string>): string {
  let text = value;
  for (let round = 0; round < 8 && text.includes('var('); round += 1) {
    text = text.replace(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, fallback: string | undefined) => properties.get(name) ?? fallback ?? '');
  }
  return text;
}

function mixed(value: string): string {
  const [, first, share, second] = /^color-mix\(in srgb, (\S+) ([\d.]+)%, ([^)\s]+)\)$/.exec(value) ?? [];
  if (first === undefined || second === undefined) return value;
  const a = channels(first);
  const b = channels(second);
  const part = Number(share) / 100;
  return `#${a.map((channel, index) => Math.round(channel * part + (b[index] ?? 0) * (1 - part)).toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex === undefined) throw new Error(`Pictures mix colours written as six hex digits only, not ${colour}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** A CSS length in px; rem are 16 px, em those of `fontSize`. Null for what is no plain length. */
export function lengthOf(value: string | undefined, fontSize = 16): number | null {
  const [, number, unit] = /^(-?[\d.]+)(px|rem|em)?$/.exec(value ?? '') ?? [];
  if (number === undefined) return null;
  return Number(number) * (unit === 'rem' ? 16 : unit === 'em' ? fontSize : 1);
}
