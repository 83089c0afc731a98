// The release note begins as the sentences that readers will see beside each correction, each reason once.

import type { PublishedChange } from '../release';
import { countKind } from '../row-kinds';
import { ROW_KINDS } from '../release';

type Told = Pick<PublishedChange, 'kind' | 'change' | 'note' | 'title'>;

const VERBS: Readonly<Record<PublishedChange['change'], string>> = { add: 'added', update: 'updated', correct: 'corrected', withdraw: 'withdrawn' };
/** More reasons than this are a list, not a note; they stand beside their rows anyway. */
const MOST_REASONS = 6;

/** `2 readings corrected: CRSS revised its count. 4 readings added.` */
export function draftNote(changes: readonly Told[]): string {
  const corrected = changes.filter(({ change }) => change === 'correct' || change === 'withdraw');
  const reasons = [...new Set(corrected.map(({ note }) => note.trim()).filter((note) => note !== ''))];
  const told = reasons.slice(0, MOST_REASONS).map(asSentence);
  return [...told, ...counted(changes)].join(' ');
}

function counted(changes: readonly Told[]): string[] {
  const ways = (['correct', 'withdraw', 'update', 'add'] as const).flatMap((way) => {
    const ofWay = changes.filter(({ change }) => change === way);
    const kinds = ROW_KINDS.flatMap((kind) => {
      const count = ofWay.filter((one) => one.kind === kind).length;
      return count === 0 ? [] : [countKind(kind, count)];
    });
    return kinds.length === 0 ? [] : [`${list(kinds)} ${VERBS[way]}`];
  });
  return ways.length === 0 ? [] : [asSentence(capital(ways.join('; ')))];
}

const list = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
