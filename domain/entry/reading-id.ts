// A new reading is named by its cell and its source, so that two editors who enter the same figure meet in one row instead of making two.

import type { Period } from '../period';
import type { Reported } from './reported';

interface Named {
  readonly series: { readonly id: string; readonly organisationId: string; readonly breakdown: string };
  readonly period: Period;
  readonly sourceId: string;
  readonly reported: Reported;
}

/** `crss-2025q3-violence-fatalities-civilians-1x3k9f2`: organisation, period, what is counted, and a mark of source and day; `-2`, `-3` where it is taken. */
export function readingId({ series, period, sourceId, reported }: Named, taken: ReadonlySet<string>): string {
  const { id, organisationId, breakdown } = series;
  const rest = id.startsWith(`${organisationId}-`) ? id.slice(organisationId.length + 1) : id;
  const of = rest === id ? [periodCode(period), id] : [organisationId, periodCode(period), rest];
  const all = breakdown === 'all' && rest !== id ? ['all'] : [];
  const base = [...of, ...all, mark(`${sourceId}|${reported.on ?? ''}|${reported.precision}`)].join('-');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}

function periodCode({ kind, start, end }: Period): string {
  const month = Number(start.slice(5, 7));
  const bare = (day: string) => day.replaceAll('-', '');
  switch (kind) {
    case 'year': return start.slice(0, 4);
    case 'quarter': return `${start.slice(0, 4)}q${Math.ceil(month / 3)}`;
    case 'month': return `${start.slice(0, 4)}m${start.slice(5, 7)}`;
    case 'day': return bare(start);
    default: return `${bare(start)}-${bare(end)}`;
  }
}

/** FNV-1a over 32 bits, in letters and digits: it only has to tell the sources of one cell apart. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash ^= letter.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
