import type { EntrySeries } from '@/domain/entry/entry-series';
import type { KnownReading } from '@/domain/entry/plan-rows';
import { printTypedValue } from '@/domain/entry/typed-value';
import { labelDay, labelPeriod, type Period } from '@/domain/period';
import { EMPTY_LABELS, printValue } from '@/domain/reading';
import { NO_STATE, type CellState, type Judged } from './cell-state';

/** What one cell of the grid shows and says. */
export interface CellView {
  readonly main: string;
  readonly sub: string;
  readonly tone: 'typed' | 'draft' | 'current' | 'none';
  /** Of a typed cell: it will be saved, it waits for an answer, it cannot be read, or there is nothing to save. */
  readonly state: 'ready' | 'ask' | 'bad' | 'same' | 'idle';
  readonly hasDoubt: boolean;
  /** `CRSS, civilians, Q3 2025, drafted 616, was 615`. */
  readonly name: string;
  /** What an edit of the cell begins with, and what a copy of it takes. */
  readonly text: string;
}

const print = ({ content: { value, qualifier, empty } }: KnownReading): string => (value === null ? EMPTY_LABELS[empty ?? 'unknown'].symbol : printValue(value, qualifier));
const say = ({ content: { value, qualifier, empty } }: KnownReading): string => (value === null ? EMPTY_LABELS[empty ?? 'unknown'].label : printValue(value, qualifier));

/** Views by cell; one is made anew only when what it shows has changed, so that rows can tell by identity. */
export class ViewStore {
  private readonly made = new Map<string, { readonly grounds: readonly unknown[]; readonly view: CellView }>();

  of(key: string, series: EntrySeries, period: Period, state: CellState | undefined, judged: Judged | undefined, hasDoubt: boolean): CellView {
    const grounds = [series, state, judged, hasDoubt];
    const before = this.made.get(key);
    if (before !== undefined && grounds.every((ground, at) => ground === before.grounds[at])) return before.view;
    const view = viewCell(series, period, state ?? NO_STATE, judged, hasDoubt);
    this.made.set(key, { grounds, view });
    return view;
  }
}

function viewCell(series: EntrySeries, period: Period, state: CellState, judged: Judged | undefined, hasDoubt: boolean): CellView {
  const { shown, next, drafts } = state;
  const drafted = next?.isDraft ? next : (drafts.at(-1) ?? null);
  const where = `${series.label}, ${labelPeriod(period)}`;
  const said = [
    ...(judged === undefined ? [] : [judged.read.ok ? `typed ${judged.cell.text}` : `typed ${judged.cell.text}, which cannot be read`]),
    ...(drafted === null ? [] : [`drafted ${say(drafted)}`]),
    ...(shown === null ? [] : [`${judged === undefined && drafted === null ? '' : 'was '}${say(shown)}, known since ${labelDay(shown.content.knownFrom)}`]),
  ];
  const name = `${where}, ${said.length === 0 ? 'no reading' : said.join(', ')}${stateWords(judged)}${hasDoubt ? ', has a doubt' : ''}`;
  const known = drafted ?? shown;
  if (judged !== undefined) {
    const main = judged.read.ok && judged.read.value.value === null ? printTypedValue(judged.read.value) : judged.cell.text;
    return { main, sub: known === null ? '' : `${known.isDraft ? 'draft' : 'now'} ${print(known)}`, tone: 'typed', state: stateOf(judged), hasDoubt, name, text: judged.cell.text };
  }
  if (known === null) return { main: '', sub: '', tone: 'none', state: 'idle', hasDoubt, name, text: '' };
  const sub = known.isDraft ? (shown === null ? 'draft' : `draft, now ${print(shown)}`) : shortDay(known.content.knownFrom);
  return { main: print(known), sub, tone: known.isDraft ? 'draft' : 'current', state: 'idle', hasDoubt, name, text: printTypedValue(known.content) };
}

const shortDay = (day: string): string => labelDay(day).replace(/ 20(\d\d)$/, ' ’$1');

function stateOf({ plan }: Judged): CellView['state'] {
  switch (plan?.kind) {
    case undefined: return 'bad';
    case 'row': return 'ready';
    case 'nothing': return 'same';
    default: return 'ask';
  }
}

function stateWords(judged: Judged | undefined): string {
  if (judged?.plan === undefined || judged.plan === null) return '';
  if (judged.plan.kind === 'ask') return ', update or correction?';
  if (judged.plan.kind === 'incomplete') return judged.plan.what === 'source' ? ', needs a source' : ', needs a reason';
  return judged.plan.kind === 'nothing' ? ', nothing to save' : '';
}
