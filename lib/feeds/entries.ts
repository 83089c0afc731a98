import { citationLine } from '@/domain/citation';
import type { FigureChange } from '@/domain/embed/changes';
import { printChange, printChanges } from '@/domain/embed/notice';
import type { Correction, Release } from '@/domain/release';
import { sayAlone } from '@/domain/review/alone';
import { escapeText } from '../escape-text';
import { changeLinks } from '../inputs/change-links';
import type { FeedEntry } from './feed';

// What the entries of the feeds say. Addresses are those of the pages, so that an entry and its page can be held against each other.

/** Slots of a sentence are names for us; readers see that a number stands there. */
const withoutSlots = (text: string): string => text.replace(/\{[\w-]+\}/g, '…');
const paragraph = (text: string): string => (text === '' ? '' : `<p>${escapeText(text)}</p>`);
const list = (items: readonly string[]): string => (items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
const link = (url: string, text: string): string => `<a href="${escapeText(url)}">${escapeText(text)}</a>`;

const COUNTED = [['added', 'added'], ['updated', 'updated'], ['corrected', 'corrected'], ['withdrawn', 'withdrawn']] as const;

function countsOf({ counts }: Release): string {
  const told = COUNTED.filter(([name]) => counts[name] > 0).map(([name, word]) => `${counts[name]} ${word}`);
  return told.length === 0 ? 'No rows changed.' : `Rows: ${told.join(', ')}.`;
}

/** A release with what it says of itself and the corrections it made. */
export function releaseEntry(release: Release, corrections: readonly Correction[], siteUrl: string): FeedEntry {
  const url = `${siteUrl}/releases/${release.number}`;
  const corrected = corrections.filter((correction) => correction.release === release.number);
  return {
    id: url, url, title: `Release ${release.number}: ${release.title}`, publishedAt: release.publishedAt, summary: countsOf(release), tags: corrected.length > 0 ? ['release', 'correction'] : ['release'],
    html: [
      paragraph(release.note),
      release.alone === undefined ? '' : paragraph(sayAlone(release.alone)),
      paragraph(countsOf(release)),
      corrected.length > 0 ? `<p>What it corrected:</p>${list(corrected.map((correction) => link(correctionUrl(correction, siteUrl), withoutSlots(correction.title))))}` : '',
    ].join(''),
  };
}

function correctionUrl({ release, kind, id }: Correction, siteUrl: string): string {
  return `${siteUrl}/corrections#r${release}-${kind}-${id}`;
}

/** A value of a correction, leading to the words it rests on where it has a source. */
function valueOf(text: string, path: string | null, siteUrl: string): string {
  const printed = withoutSlots(text) || 'none';
  return path === null ? escapeText(printed) : link(`${siteUrl}${path}`, printed);
}

/** A correction: what was wrong, what is right, why, and which charts showed it. `charts` gives titles by slug. */
export function correctionEntry(correction: Correction, charts: ReadonlyMap<string, string>, siteUrl: string): FeedEntry {
  const url = correctionUrl(correction, siteUrl);
  const title = withoutSlots(correction.title);
  // An entry is sent once: its links are those of the release it tells of, whatever comes later.
  const { before, after } = changeLinks(correction, { theme: null, release: correction.release, pin: correction.release });
  const fields = correction.fields.map((field) => `${escapeText(field.name)}: <del>${valueOf(field.before, before, siteUrl)}</del> → <ins>${valueOf(field.after, after, siteUrl)}</ins>`);
  const touched = correction.charts.map((slug) => link(`${siteUrl}/charts/${slug}`, charts.get(slug) ?? slug));
  return {
    id: url, url, title: `${correction.change === 'withdraw' ? 'Withdrawn' : 'Corrected'}: ${title}`, publishedAt: correction.publishedAt, summary: correction.note, tags: ['correction', correction.kind],
    html: [
      paragraph(correction.note),
      list(fields),
      touched.length > 0 ? `<p>Charts it touched: ${touched.join(', ')}</p>` : '',
      list(correction.citations.map((citation) => (citation.source.url === null ? escapeText(citationLine(citation)) : link(citation.source.url, citationLine(citation))))),
      `<p>${link(`${siteUrl}/releases/${correction.release}`, `Release ${correction.release}`)}</p>`,
    ].join(''),
  };
}

export interface ChartChange {
  readonly release: Pick<Release, 'number' | 'publishedAt'>;
  /** As it was called in that release. */
  readonly chart: { readonly slug: string; readonly title: string };
  /** The first release that has the chart: nothing changed, everything is new. */
  readonly isFirst: boolean;
  readonly changes: readonly FigureChange[];
}

const TOLD = 60;

/** What a release changed in one chart. The address is that of the chart in that release, which never changes. */
export function chartEntry({ release, chart, isFirst, changes }: ChartChange, siteUrl: string): FeedEntry {
  const url = `${siteUrl}/charts/${chart.slug}?release=${release.number}`;
  const corrections = changes.filter(({ nature }) => nature === 'correction').length;
  const what = isFirst ? 'first published' : [corrections > 0 && counted(corrections, 'correction'), changes.length > corrections && counted(changes.length - corrections, 'update')].filter(Boolean).join(', ');
  return {
    id: url, url, title: `${chart.title}: ${what} in release ${release.number}`, publishedAt: release.publishedAt,
    summary: isFirst ? 'The chart was published for the first time.' : printChanges(changes), tags: corrections > 0 ? ['correction'] : ['update'],
    html: [
      isFirst ? paragraph('The chart was published for the first time.') : list(changes.slice(0, TOLD).map((change) => escapeText(printChange(change)))),
      changes.length > TOLD ? paragraph(`And ${changes.length - TOLD} more.`) : '',
      `<p>${link(url, `The chart in release ${release.number}`)} · ${link(`${siteUrl}/releases/${release.number}`, 'all that the release changed')}</p>`,
    ].join(''),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
