// The tables about the ledger itself: where each row is from, the charts and sentences made of them, releases and corrections.

import type { ChartDefinition } from '../chart/definition';
import { ROW_KINDS, type Correction, type Release } from '../release';
import type { Sentence } from '../sentence';
import { ledgerFields } from './ledger-fields';
import type { CitationRow, TabledRows } from './rows';
import { field, table, type PackageTable } from './table';

export function publishingTables(rows: TabledRows): readonly PackageTable[] {
  return [
    table<CitationRow>({
      name: 'citations', title: 'Citations', note: 'Where each row is from: a source, a place in it, and a short quote or paraphrase.', primaryKey: ['row_kind', 'row_id', 'position'], foreignKeys: { source_id: 'sources' },
      fields: [
        field('row_kind', 'string', 'Kind of the row.', ({ kind }) => kind, { words: ROW_KINDS }),
        field('row_id', 'string', 'Id of the row in the table of its kind.', ({ rowId }) => rowId),
        field('position', 'integer', 'From 1, in reading order.', ({ position }) => position),
        field('source_id', 'string', 'The source.', ({ citation }) => citation.source.id),
        field('role', 'string', 'For the row itself, or for a rival date of it.', ({ citation }) => citation.role, { words: ['main', 'rival'] }),
        field('locator', 'string', 'Where in the source.', ({ citation }) => citation.locator, { empty: true }),
        field('quote', 'string', 'Word for word, 25 words at most.', ({ citation }) => citation.quote, { empty: true }),
        field('paraphrase', 'string', 'In our words.', ({ citation }) => citation.paraphrase, { empty: true }),
        field('recorded_by', 'string', 'Who recorded it.', ({ citation }) => citation.recordedBy),
        field('recorded_at', 'datetime', 'When, UTC.', ({ citation }) => citation.recordedAt),
      ],
    }, rows.citations),
    table<ChartDefinition>({
      name: 'charts', title: 'Charts', note: 'Definitions of the charts: which rows each shows, and how.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('slug', 'string', 'Its name in addresses: /charts/[slug].', ({ slug }) => slug),
        field('kind', 'string', 'Kind of the chart.', ({ kind }) => kind, { words: ['periods', 'year-to-date', 'closures', 'closed-days', 'claims', 'map'] }),
        field('title', 'string', 'Title.', ({ title }) => title),
        field('subtitle', 'string', 'Subtitle.', ({ subtitle }) => subtitle, { empty: true }),
        field('description', 'string', 'What it shows.', ({ description }) => description, { empty: true }),
        field('counting_rule', 'string', 'What is counted, in a sentence.', ({ countingRule }) => countingRule, { empty: true }),
        field('options', 'object', 'Which rows, and how, as JSON.', ({ options }) => options),
        field('position', 'integer', 'Place among the charts.', ({ position }) => position),
        ...ledgerFields<ChartDefinition>(),
      ],
    }, rows.charts),
    table<Sentence>({
      name: 'sentences', title: 'Sentences', note: 'Prose whose numbers are bound to readings; shown only while its conditions hold.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('placement', 'string', 'Where it stands: home, or the slug of a chart.', ({ placement }) => placement),
        field('position', 'integer', 'Place among the sentences there.', ({ position }) => position),
        field('text', 'string', 'The words, with {bindings} for the numbers.', ({ text }) => text),
        field('bindings', 'array', 'What the numbers are, as JSON.', ({ bindings }) => bindings),
        field('conditions', 'array', 'When it is shown, as JSON.', ({ conditions }) => conditions),
        ...ledgerFields<Sentence>(),
      ],
    }, rows.sentences),
    table<Release>({
      name: 'releases', title: 'Releases', note: 'The releases up to this one.', primaryKey: ['number'],
      fields: [
        field('number', 'integer', 'Number, without gaps.', ({ number }) => number),
        field('published_at', 'datetime', 'When, UTC.', ({ publishedAt }) => publishedAt),
        field('title', 'string', 'Title.', ({ title }) => title),
        field('note', 'string', 'What is new in it.', ({ note }) => note, { empty: true }),
        field('authors', 'array', 'Who wrote it, as a JSON list.', ({ authors }) => authors),
        field('approved_by', 'string', 'Who approved it.', ({ approvedBy }) => approvedBy),
        field('added', 'integer', 'Rows added.', ({ counts }) => counts.added),
        field('updated', 'integer', 'Rows updated.', ({ counts }) => counts.updated),
        field('corrected', 'integer', 'Rows corrected.', ({ counts }) => counts.corrected),
        field('withdrawn', 'integer', 'Rows withdrawn.', ({ counts }) => counts.withdrawn),
      ],
    }, rows.releases),
    table<CorrectedField>({
      name: 'corrections', title: 'Corrections', note: 'What an earlier release had wrong: one row a field, as it was printed before and after.', primaryKey: ['release', 'row_kind', 'row_id', 'field'],
      foreignKeys: { release: 'releases' },
      fields: [
        field('release', 'integer', 'The release that corrected it.', ({ correction }) => correction.release),
        field('row_kind', 'string', 'Kind of the row.', ({ correction }) => correction.kind, { words: ROW_KINDS }),
        field('row_id', 'string', 'Id of the row.', ({ correction }) => correction.id),
        field('field', 'string', 'The field that differs; citations where only these do.', ({ name }) => name),
        field('before', 'string', 'As it was.', ({ before }) => before, { empty: true }),
        field('after', 'string', 'As it is.', ({ after }) => after, { empty: true }),
        field('change', 'string', 'Corrected or withdrawn.', ({ correction }) => correction.change, { words: ['correct', 'withdraw'] }),
        field('reason', 'string', 'Why.', ({ correction }) => correction.note),
        field('charts', 'array', 'Slugs of the charts that show it, as a JSON list.', ({ correction }) => correction.charts),
      ],
    }, rows.corrections.flatMap((correction) => (correction.fields.length === 0 ? [{ correction, name: 'citations', before: '', after: '' }] : correction.fields.map((one) => ({ correction, ...one }))))),
  ];
}

interface CorrectedField {
  readonly correction: Correction;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}
