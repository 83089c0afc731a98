import postcss, { type AtRule, type ChildNode } from 'postcss';

// The drawings' own style sheet, read so that a picture can carry colours and sizes as plain attributes.

interface Compound {
  readonly tag: string | null;
  readonly classes: readonly string[];
  /** How it hangs on the compound before it. */
  readonly relation: ' ' | '>' | '+';
}

export interface StyleRule {
  readonly compounds: readonly Compound[];
  readonly weight: number;
  readonly declarations: readonly (readonly [name: string, value: string])[];
  /** Container conditions that must hold, such as `plot (width >= 640px)`. */
  readonly conditions: readonly Condition[];
}

interface Condition {
  readonly container: string;
  readonly comparison: '>=' | '<';
  readonly px: number;
}

export type Widths = Readonly<Record<string, number>>;

/** Rules in the order in which they win, later over earlier. States (hover, focus) and media other than containers are left out. */
export function parseStyles(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const walk = (nodes: readonly ChildNode[], conditions: readonly Condition[]): void => {
    for (const node of nodes) {
      if (node.type === 'atrule' && node.name === 'container') walk(node.nodes ?? [], [...conditions, conditionOf(node)]);
      if (node.type !== 'rule') continue;
      const declarations = node.nodes.flatMap((child) => (child.type === 'decl' ? [[child.prop, child.value] as const] : []));
      for (const selector of node.selectors) {
        const compounds = compoundsOf(selector);
        if (compounds !== null) rules.push({ compounds, weight: weigh(compounds), declarations, conditions });
      }
    }
  };
  walk(postcss.parse(css).nodes, []);
  return rules.map((rule, order) => ({ rule, order })).sort((a, b) => a.rule.weight - b.rule.weight || a.order - b.order).map(({ rule }) => rule);
}

function conditionOf({ params }: AtRule): Condition {
  const [, container, comparison, px] = /^(\w+) \(width (>=|<) ([\d.]+)px\)$/.exec(params) ?? [];
  if (container === undefined || px === undefined) throw new Error(`Pictures do not understand @container ${params}`);
  return { container, comparison: comparison === '<' ? '<' : '>=', px: Number(px) };
}

function compoundsOf(selector: string): Compound[] | null {
  if (/[:[*#]/.test(selector)) return null;
  const compounds: Compound[] = [];
  let relation: Compound['relation'] = ' ';
  for (const word of selector.replace(/([>+])/g, ' $1 ').split(/\s+/).filter(Boolean)) {
    if (word === '>' || word === '+') {
      relation = word;
      continue;
    }
    const [tag = '', ...classes] = word.split('.');
    compounds.push({ tag: tag === '' ? null : tag, classes, relation });
    relation = ' ';
  }
  return compounds;
}

function weigh(compounds: readonly Compound[]): number {
  return compounds.reduce((sum, { tag, classes }) => sum + classes.length * 100 + (tag === null ? 0 : 1), 0);
}

/** Whether the conditions hold at these container widths in px; a container that is not there fulfils none. */
export function holds(rule: StyleRule, widths: Widths): boolean {
  return rule.conditions.every(({ container, comparison, px }) => {
    const width = widths[container];
    return width !== undefined && (comparison === '<' ? width < px : width >= px);
  });
}

/** Values of the custom properties that `:root` sets: first those of light, over them the ones of `[data-theme='dark']` for dark. */
export function rootProperties(css: string, theme: 'light' | 'dark'): Map<string, string> {
  const found = new Map<string, string>();
  for (const wanted of theme === 'light' ? [':root'] : [':root', ":root[data-theme='dark']"]) {
    for (const node of postcss.parse(css).nodes) {
      if (node.type !== 'rule' || node.selector !== wanted) continue;
      for (const child of node.nodes) if (child.type === 'decl' && child.prop.startsWith('--')) found.set(child.prop, child.value);
    }
  }
  return found;
}
