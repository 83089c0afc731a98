// A correction says what an earlier release had wrong: the fields that differ, printed as readers saw them, and the charts they stood in.

import type { ChartDefinition } from './chart/definition';
import type { Change, RowContents } from './draft';
import { wordsOf } from './field-words';
import type { Qualifier } from './reading';
import { printNumber, printValue } from './quantity';
import { referencesOf } from './reference';
import type { Correction, RowKind } from './release';

interface Version<K extends RowKind> {
  readonly change: Change;
  readonly content: RowContents[K];
}

/** The fields in which two versions of a row differ, in the row's own order; `status` first where it was withdrawn or restored. */
export function changedFields<K extends RowKind>(before: Version<K>, after: Version<K>): Correction['fields'] {
  const was = before.content as unknown as Record<string, unknown>;
  const is = after.content as unknown as Record<string, unknown>;
  const fields = Object.keys(is)
    .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
    .map((name) => ({ name, before: printField(name, was), after: printField(name, is) }));
  const [oldStatus, newStatus] = [statusOf(before.change), statusOf(after.change)];
  return oldStatus === newStatus ? fields : [{ name: 'status', before: oldStatus, after: newStatus }, ...fields];
}

function statusOf(change: Change): string {
  return change === 'withdraw' ? 'withdrawn' : 'current';
}

function printField(name: string, content: Record<string, unknown>): string {
  const value = content[name];
  if (typeof value === 'number') return name === 'value' ? printValue(value, content.qualifier as Qualifier) : printNumber(value, 6);
  return wordsOf(value, name);
}

/** What a chart rests on beyond its own words: rows of these kinds, by id. */
export interface ChartGround {
  readonly slug: string;
  readonly rests: ReadonlySet<string>;
}

/** Name of a row in a ChartGround. */
export function groundKey(kind: RowKind, id: string): string {
  return `${kind}:${id}`;
}

/**
 * What a chart rests on: what it names, and what that names in turn. `named` gives the content of a row it names. Readings, closures
 * and claims are not listed one by one: they come through their series, crossing and incident.
 */
export function groundOf(definition: ChartDefinition, named: (kind: RowKind, id: string) => RowContents[RowKind] | null): ChartGround {
  const rests = new Set<string>([groundKey('chart', definition.id)]);
  for (const reference of referencesOf('chart', definition)) {
    rests.add(groundKey(reference.kind, reference.id));
    const content = named(reference.kind, reference.id);
    if (content === null) continue;
    for (const further of referencesOf(reference.kind, content as never)) rests.add(groundKey(further.kind, further.id));
  }
  const { options } = definition;
  if ('showAnnotations' in options && options.showAnnotations) rests.add(groundKey('annotation', '*'));
  return { slug: definition.slug, rests };
}

const THROUGH: Partial<Record<RowKind, RowKind>> = { reading: 'series', closure: 'crossing', claim: 'incident' };

/** Slugs of the charts whose marks the row feeds, in the order of `grounds`. */
export function chartsFedBy<K extends RowKind>(kind: K, id: string, content: RowContents[K], grounds: readonly ChartGround[]): string[] {
  const through = THROUGH[kind];
  const keys = through === undefined
    ? [groundKey(kind, kind === 'annotation' ? '*' : id)]
    : referencesOf(kind, content).filter((reference) => reference.kind === through).map((reference) => groundKey(through, reference.id));
  return grounds.filter((ground) => keys.some((name) => ground.rests.has(name))).map((ground) => ground.slug);
}
