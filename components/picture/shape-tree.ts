import { Fragment, isValidElement, type ReactNode } from 'react';

/** One element of a drawing as plain data: what its components returned, with attributes spelt as SVG spells them. */
export interface Shape {
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, string>;
  /** Inline styles, custom properties among them. */
  readonly style: ReadonlyMap<string, string>;
  readonly children: readonly (Shape | string)[];
}

/** Attributes that SVG itself spells in camel case. */
const CAMEL = new Set([
  'viewBox', 'patternUnits', 'patternTransform', 'patternContentUnits', 'maskUnits', 'maskContentUnits', 'gradientUnits', 'gradientTransform',
  'clipPathUnits', 'preserveAspectRatio',
]);

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Renders pure components (no hooks, nothing asynchronous) to plain data. Throws on anything else. */
export function shapesOf(node: ReactNode): (Shape | string)[] {
  if (node === null || node === undefined || typeof node === 'boolean') return [];
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return [String(node)];
  if (!isValidElement<Record<string, unknown>>(node)) {
    if (Symbol.iterator in node) return [...(node as Iterable<ReactNode>)].flatMap(shapesOf);
    throw new TypeError('A picture is drawn from plain elements only.');
  }
  const { type, props } = node;
  if (type === Fragment) return shapesOf(props.children as ReactNode);
  if (typeof type === 'function') return shapesOf((type as (props: unknown) => ReactNode)(props));
  if (typeof type !== 'string') throw new TypeError('A picture is drawn from plain components only.');
  return [shapeOf(type, props)];
}

function shapeOf(tag: string, props: Record<string, unknown>): Shape {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || name === 'className' || name === 'style' || value === undefined || value === null || typeof value === 'function') continue;
    attributes.set(CAMEL.has(name) ? name : kebab(name), String(value));
  }
  return {
    tag,
    classes: new Set(typeof props.className === 'string' ? props.className.split(/\s+/).filter(Boolean) : []),
    attributes,
    style: new Map(Object.entries((props.style ?? {}) as Record<string, string | number>).map(([name, value]) => [name.startsWith('--') ? name : kebab(name), String(value)])),
    children: shapesOf(props.children as ReactNode),
  };
}

/** Every word inside, in order. */
export function textOf(part: Shape | string): string {
  return typeof part === 'string' ? part : part.children.map(textOf).join('');
}

/** All shapes below (and with) the given ones that have the class, in document order. */
export function withClass(parts: readonly (Shape | string)[], name: string): Shape[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [] : part.classes.has(name) ? [part] : withClass(part.children, name)));
}
