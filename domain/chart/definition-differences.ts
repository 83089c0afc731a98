// Series that count different things may be laid beside each other only with what differs said first.

import type { ChosenSeries } from './chosen-series';
import type { DefinitionDifferences } from './model';
import { asSentence, capitalise, joinWords } from './wording';

/** What a count includes, in words; codes without an entry are spelt out. */
const WORDS: Readonly<Record<string, string>> = {
  'militants-in-attacks': 'militants killed in attacks',
  'militants-elsewhere': 'militants killed in operations',
  operations: 'operations of the security forces',
  'terrorism-deaths': 'terrorism deaths by a definition of its own',
  'terrorism-incidents': 'terrorism incidents by a definition of its own',
  'terrorist-attacks': 'terrorist attacks by a definition of its own',
  'militant-attacks': 'militant attacks that it verified',
  'crss-attacks': 'attacks by a rule of its own',
  'ttp-attacks-self-claimed': 'attacks that the TTP claims for itself',
  'incidents-official': 'incidents as authorities state them',
};

interface Counted { readonly id: string; readonly label: string; readonly definition: string; readonly includes: ReadonlySet<string> }

/** A count of militants wherever they died includes those who died in attacks; beside one of the latter alone it is told apart by the rest. */
const MILITANTS = 'militants';
const IN_ATTACKS = 'militants-in-attacks';
const ELSEWHERE = 'militants-elsewhere';

const nameOf = (code: string): string => WORDS[code] ?? code.replaceAll('-', ' ');

function includedIn(includes: readonly string[], all: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(all.has(IN_ATTACKS) ? includes.flatMap((code) => (code === MILITANTS ? [IN_ATTACKS, ELSEWHERE] : [code])) : includes);
}

/** The counts among the series, each once, with the shortest name that tells them apart. */
function countsOf(chosen: readonly ChosenSeries[]): readonly Counted[] {
  const counts = new Map<string, Counted>();
  const all = new Set(chosen.flatMap(({ indicator }) => indicator.includes));
  for (const { indicator, organisation } of chosen) {
    const key = `${organisation.id}|${indicator.id}`;
    const isOnly = chosen.every((other) => other.organisation.id !== organisation.id || other.indicator.id === indicator.id);
    const label = isOnly ? organisation.shortName : `${organisation.shortName}, ${indicator.name}`;
    if (!counts.has(key)) counts.set(key, { id: key, label, definition: asSentence(indicator.definition), includes: includedIn(indicator.includes, all) });
  }
  return [...counts.values()];
}

function sayRow(code: string, counts: readonly Counted[]): string {
  const having = counts.filter(({ includes }) => includes.has(code)).map(({ label }) => label);
  const lacking = counts.filter(({ includes }) => !includes.has(code)).map(({ label }) => label);
  const who = having.length === 1 ? `only ${having[0] ?? ''}` : lacking.length === 1 ? `all but ${lacking[0] ?? ''}` : joinWords(having);
  return `${nameOf(code)}: ${who}`;
}

/** Codes in order of first use; who counts operations counts the militants killed in them, which need no words of their own. */
function codesOf(counts: readonly Counted[]): readonly string[] {
  const codes = [...new Set(counts.flatMap(({ includes }) => [...includes]))];
  const isSame = counts.every(({ includes }) => includes.has(ELSEWHERE) === includes.has('operations'));
  return isSame ? codes.filter((code) => code !== ELSEWHERE) : codes;
}

/** Deaths in attacks are those of the people named beside them. */
function sayShared(codes: readonly string[]): string {
  const people = codes.filter((code) => code !== 'attacks' && code !== 'operations');
  return joinWords((people.length > 0 ? people : codes).map(nameOf));
}

const OWN_RULE = 'by a rule of its own';

function summarise(counts: readonly Counted[]): string {
  const loners = counts.filter((one) => counts.every((other) => other === one || ![...one.includes].some((code) => other.includes.has(code))));
  const others = counts.filter((one) => !loners.includes(one));
  if (others.length < 2) return `Each organisation counts ${OWN_RULE}.`;
  const codes = codesOf(others);
  const shared = codes.filter((code) => others.every(({ includes }) => includes.has(code)));
  const differing = codes.filter((code) => !shared.includes(code));
  return [
    loners.length === 0 ? null : `${joinWords(loners.map(({ label }) => label))} ${loners.length === 1 ? 'counts' : 'each count'} ${OWN_RULE}.`,
    shared.length === 0 ? null : `${loners.length === 0 ? 'All' : 'The others all'} include ${sayShared(shared)}.`,
    differing.length === 0 ? `Each organisation still counts in its own way.` : `${capitalise(differing.map((code) => sayRow(code, others)).join('; '))}.`,
  ].filter((part) => part !== null).join(' ');
}

/** The differences between the definitions of some series, or null where all of them are one count. */
export function definitionDifferences(chosen: readonly ChosenSeries[]): DefinitionDifferences | null {
  const counts = countsOf(chosen);
  if (counts.length < 2) return null;
  const codes = codesOf(counts);
  const isShared = (code: string): boolean => counts.every(({ includes }) => includes.has(code));
  // Where no two of them have anything in common, a table of who includes what would only say that again.
  const isComparable = codes.some((code) => counts.filter(({ includes }) => includes.has(code)).length > 1);
  return {
    summary: `Not the same count. ${summarise(counts)}`,
    columns: counts.map(({ id, label, definition }) => ({ id, label, definition })),
    rows: codes.filter((code) => isComparable && !isShared(code)).map((code) => ({ id: code, label: capitalise(nameOf(code)), isIncluded: counts.map(({ includes }) => includes.has(code)) })),
    shared: codes.filter(isShared).map(nameOf),
  };
}
