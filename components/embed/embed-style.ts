import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';
import tokens from '@/components/charts/tokens.css?raw';
import drawing from '@/components/charts/drawing.css?raw';
import frame from './frame.css?raw';

// The style of a frame is the site's own, less all that the frame does not use.

/** Set by the script while the frame is used, so no markup shows them. */
const STATES: ReadonlySet<string> = new Set(['on', 'off', 'tip']);

/** For the site's own font. The system's have one width, and figures that stand under each other; every further look of a font costs the first frame. */
const WEB_FONT: ReadonlySet<string> = new Set(['font-stretch', 'font-variant-numeric']);

const sheets = [frame, drawing].map((text) => postcss.parse(text));

/** The rules that the markup of a frame has a use for, small; `extra` are rules made for this frame alone. */
export function embedStyle(html: string, extra: string, theme: 'light' | 'dark' | null): string {
  const names = new Set([...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' ')));
  const parts = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag = '']) => tag));
  const all = sheets.map((sheet) => printed(sheet, { names, parts })).join('') + extra;
  const rules = all.includes('var(--on-c)') ? all : all.replaceAll(/;?--on-c:var\([^)]*\)/g, '');
  return `${colours(rules, theme)}${rules}`;
}

interface Used { readonly names: ReadonlySet<string>; readonly parts: ReadonlySet<string> }

function printed(container: Container, used: Used): string {
  return (container.nodes ?? []).map((node: ChildNode) => (node.type === 'rule' ? printRule(node, used) : node.type === 'atrule' ? printAtRule(node, used) : '')).join('');
}

function printRule(rule: Rule, used: Used): string {
  const selectors = rule.selectors.filter((selector) => isUsed(selector, used));
  const isOverruled = overruled(rule);
  const declarations = rule.nodes.flatMap((node) => (node.type === 'decl' && !isOverruled(node.prop) && !WEB_FONT.has(node.prop) ? [`${node.prop}:${small(inPx(node.value))}${node.important ? '!important' : ''}`] : []));
  return selectors.length === 0 || declarations.length === 0 ? '' : `${selectors.map(small).join()}{${declarations.join(';')}}`;
}

/** What the frame's own sheet says again of `.frame .x` need not be said of `.x` before: most rules of that form set sizes in px. */
const overrules = new Map<string, readonly string[]>(sheets[0]?.nodes.flatMap((node) => (node.type !== 'rule' ? [] : node.selectors.flatMap((selector): [string, string[]][] => {
  const [, plain] = /^\.(?:frame|tab) (\.[\w-]+(?: li)?)$/.exec(selector) ?? [];
  return plain === undefined ? [] : [[plain, node.nodes.flatMap((part) => (part.type === 'decl' ? [part.prop] : []))]];
}))));

function overruled(rule: Rule): (property: string) => boolean {
  const again = rule.parent?.type === 'root' ? overrules.get(rule.selector) ?? [] : [];
  return (property) => again.some((name) => property === name || property.startsWith(`${name}-`));
}

function printAtRule(rule: AtRule, used: Used): string {
  if (rule.name === 'media' && rule.params === 'print') return '';
  const inner = printed(rule, used);
  return inner === '' ? '' : `@${rule.name} ${small(rule.params)}{${inner}}`;
}

/** Whether everything a selector names is in the markup; what stands in `:not()` need not be. */
function isUsed(selector: string, { names, parts }: Used): boolean {
  const needed = selector.replaceAll(/:not\([^)]*\)/g, '').replaceAll(/\[[^\]]*\]/g, '');
  if (/\[(dir|data-(?!kind))/.test(selector)) return false;
  const classes = [...needed.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
  const tags = [...needed.matchAll(/(?:^|[\s>+~(])([a-z][a-z0-9]*)/g)].map(([, tag = '']) => tag);
  return classes.every((name) => names.has(name) || STATES.has(name)) && tags.every((tag) => parts.has(tag) || tag === 'html' || tag === 'body');
}

/** The code has promised heights in px: a larger default font of the reader's must not outgrow them. Zooming makes a frame larger as a whole. */
function inPx(value: string): string {
  return value.replaceAll(/([\d.]+)rem\b/g, (_, rems: string) => `${Number((Number(rems) * 16).toFixed(2))}px`);
}

function small(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/ ?([,>{}]) ?/g, '$1').replaceAll(/(?<![\d.])0\./g, '.').trim();
}

/** The site's colours, those that the rules ask for. */
const palettes = { light: palette(/(?:^|\n):root \{([^}]*)\}/), dark: palette(/:root\[data-theme='dark'\] \{([^}]*)\}/) };

function palette(block: RegExp): ReadonlyMap<string, string> {
  const body = block.exec(tokens)?.[1] ?? '';
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, small(value)]));
}

function colours(rules: string, theme: 'light' | 'dark' | null): string {
  const asked = new Set([...rules.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  const print = (name: 'light' | 'dark'): string => {
    const values = [...palettes[name]].filter(([token]) => asked.has(token) && !token.startsWith('--font'));
    return `:root{color-scheme:${name};${values.map(([token, value]) => `${token}:${value}`).join(';')}}`;
  };
  if (theme !== null) return print(theme);
  return `${print('light')}@media (prefers-color-scheme:dark){${print('dark')}}`;
}
