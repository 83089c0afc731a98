// A work is cited by its title, the release it stands in and that release's address, which never changes; the day it was looked at adds nothing.

import { monthName, partsOf } from './day';
import type { Day } from './day';

/** Who writes and publishes the compilation. */
export const LEDGER_NAME = 'Frontier Ledger';

/** Something of the ledger that can be cited, in one view. */
export interface CitedWork {
  /** Stable over all releases, lower case letters, digits and hyphens: part of the keys that reference managers use. */
  readonly id: string;
  readonly title: string;
  readonly release: number;
  /** The day on which the release was published. */
  readonly publishedOn: Day;
  readonly asOf: Day | null;
  /** What else narrows the view, as words: `Pakistan’s account`. */
  readonly scope: readonly string[];
  /** The whole address, fixed on the release. */
  readonly address: string;
  /** A sentence or two on what it holds, or null. */
  readonly abstract: string | null;
}

/** A piece of a printed reference; titles of whole works are set in italics. */
export interface ReferencePart {
  readonly text: string;
  readonly isItalic: boolean;
}

const plain = (text: string): ReferencePart => ({ text, isItalic: false });

/** `November 22, 2026` as American styles write it. */
function americanDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${monthName(month)} ${date}, ${year}`;
}

/** `10 July 2025` for running words. */
function wordsOf(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date} ${monthName(month)} ${year}`;
}

/** The title without a full stop at its end: the styles set their own. */
function bareTitle({ title }: CitedWork): string {
  return title.replace(/\.$/, '');
}

/** Release, vintage and narrowing: what tells this version from every other. */
function versionWords({ release, asOf, scope }: CitedWork): string[] {
  return [`release ${release}`, ...(asOf === null ? [] : [`as known on ${wordsOf(asOf)}`]), ...scope];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** APA, seventh edition: a data set by a group that is its own publisher. */
export function apaReference(work: CitedWork): readonly ReferencePart[] {
  const { year } = partsOf(work.publishedOn);
  const day = americanDay(work.publishedOn).replace(`, ${year}`, '');
  return [
    plain(`${LEDGER_NAME}. (${year}, ${day}). `),
    { text: bareTitle(work), isItalic: true },
    plain(` (${capital(versionWords(work).join('; '))}) [Data set]. ${work.address}`),
  ];
}

/** Chicago, author and date. */
export function chicagoReference(work: CitedWork): readonly ReferencePart[] {
  const title = bareTitle(work);
  const stop = /[?!]$/.test(title) ? '' : '.';
  const { year } = partsOf(work.publishedOn);
  return [plain(`${LEDGER_NAME}. ${year}. “${title}${stop}” Data set, ${versionWords(work).join(', ')}. Published ${americanDay(work.publishedOn)}. ${work.address}.`)];
}

/** A printed reference as plain text. */
export function referenceText(parts: readonly ReferencePart[]): string {
  return parts.map(({ text }) => text).join('');
}

/** The key under which reference managers keep the work. */
export function citationKey({ id, release, asOf }: Pick<CitedWork, 'id' | 'release' | 'asOf'>): string {
  return ['frontier-ledger', id, `release-${release}`, asOf].filter((part) => part !== null && part !== '').join('-');
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', _: '\\_', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

function tex(text: string): string {
  return oneLine(text).replace(/[\\{}&%$#_~^]/g, (letter) => TEX[letter] ?? letter);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** An address inside a BibTeX field is taken as it stands, so that only braces, which would end the field, are written otherwise. */
function texAddress(address: string): string {
  return address.replaceAll('{', '%7B').replaceAll('}', '%7D');
}

/** BibTeX. `@misc` is known to every style; the doubled braces keep the capitals and the name in one piece. */
export function bibtex(work: CitedWork): string {
  const { year, month, date } = partsOf(work.publishedOn);
  const fields: (readonly [name: string, value: string])[] = [
    ['author', `{{${LEDGER_NAME}}}`],
    ['title', `{{${tex(bareTitle(work))}}}`],
    ['year', `{${year}}`],
    ['month', monthName(month).slice(0, 3).toLowerCase()],
    ['day', `{${date}}`],
    ['version', `{${tex(versionWords(work).join('; '))}}`],
    ['howpublished', `{Data set, ${tex(versionWords(work).join('; '))}}`],
    ['publisher', `{${LEDGER_NAME}}`],
    ['url', `{${texAddress(work.address)}}`],
    ...(work.abstract === null ? [] : [['abstract', `{${tex(work.abstract)}}`] as const]),
  ];
  return `@misc{${citationKey(work)},\n${fields.map(([name, value]) => `  ${name} = ${value},`).join('\n')}\n}\n`;
}

/** RIS, lines ended as its specification has them. */
export function ris(work: CitedWork): string {
  const { year } = partsOf(work.publishedOn);
  const lines: (readonly [tag: string, value: string])[] = [
    ['TY', 'DATA'],
    ['ID', citationKey(work)],
    ['AU', LEDGER_NAME],
    ['TI', bareTitle(work)],
    ['PY', String(year)],
    ['DA', work.publishedOn.replaceAll('-', '/')],
    ['ET', capital(versionWords(work).join('; '))],
    ['PB', LEDGER_NAME],
    ['LA', 'en'],
    ['UR', work.address],
    ...(work.abstract === null ? [] : [['AB', work.abstract] as const]),
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('')}ER  - \r\n`;
}

/** CSL-JSON, a list of one item as citation processors import it. */
export function cslJson(work: CitedWork): string {
  const { year, month, date } = partsOf(work.publishedOn);
  const item = {
    id: citationKey(work),
    type: 'dataset',
    title: bareTitle(work),
    author: [{ literal: LEDGER_NAME }],
    issued: { 'date-parts': [[year, month, date]] },
    version: capital(versionWords(work).join('; ')),
    publisher: LEDGER_NAME,
    URL: work.address,
    language: 'en',
    ...(work.abstract === null ? {} : { abstract: oneLine(work.abstract) }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
