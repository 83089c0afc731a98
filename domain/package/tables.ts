// The tables of a package, one a kind of row, in the order in which they refer to each other.

import { formatPeriod } from '../period';
import { boundsOf } from '../quantity';
import type { Recorded } from '../citation';
import { borderTables } from './border-tables';
import { ledgerFields } from './ledger-fields';
import { publishingTables } from './publishing-tables';
import type { LedgerSource, TabledRows } from './rows';
import { field, table, type PackageTable } from './table';
import type { Indicator, Organisation, Series } from '../series';
import type { Reading } from '../reading';
import { ACCOUNTS, CONFIDENCES, PRECISIONS, QUALIFIERS } from './words';


export function packageTables(rows: TabledRows): readonly PackageTable[] {
  return [...countingTables(rows), ...borderTables(rows), ...publishingTables(rows)];
}

function countingTables(rows: TabledRows): readonly PackageTable[] {
  return [
    table<Organisation>({
      name: 'organisations', title: 'Organisations', note: 'Who counts or speaks.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('name', 'string', 'Full name.', ({ name }) => name),
        field('short_name', 'string', 'As charts print it.', ({ shortName }) => shortName),
        field('kind', 'string', 'What kind of organisation it is.', ({ kind }) => kind, { words: ['research', 'state', 'armed-group', 'un', 'press', 'ngo', 'other'] }),
        field('lens', 'string', 'Whose account it gives.', ({ lens }) => lens, { words: ACCOUNTS }),
        field('method', 'string', 'How it counts, as far as a description was found.', ({ method }) => method, { empty: true }),
        field('url', 'string', 'Its own site.', ({ url }) => url, { empty: true }),
        ...ledgerFields<Organisation>(),
      ],
    }, rows.organisations),
    table<LedgerSource>({
      name: 'sources', title: 'Sources', note: 'Documents. Rights in them stay with their publishers; nothing of their text is in this package but short quotes.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('title', 'string', 'Title; in square brackets where the page has none and it is described.', ({ title }) => title),
        field('publisher', 'string', 'Who published it.', ({ publisher }) => publisher),
        field('url', 'string', 'Where it can be read.', ({ url }) => url, { empty: true }),
        field('url_is_copy', 'boolean', 'The address is a copy on somebody else’s host.', ({ urlIsCopy }) => urlIsCopy),
        field('link_note', 'string', 'Why there is no address.', ({ linkNote }) => linkNote, { empty: true }),
        field('published_on', 'date', 'First day of the month or year where no more is known.', ({ publishedOn }) => publishedOn, { empty: true }),
        field('published_precision', 'string', 'How exactly published_on is known.', ({ publishedPrecision }) => publishedPrecision, { words: PRECISIONS }),
        field('accessed_on', 'date', 'The day it was last seen.', ({ accessedOn }) => accessedOn),
        field('archive_url', 'string', 'An archived copy.', ({ archiveUrl }) => archiveUrl, { empty: true }),
        field('language', 'string', 'Language tag (BCP 47).', ({ language }) => language),
        field('licence', 'string', 'What may be done with it.', ({ licence }) => licence),
        ...ledgerFields<Omit<Recorded, 'citations'>>(),
      ],
    }, rows.sources),
    table<Indicator>({
      name: 'indicators', title: 'Indicators', note: 'What is counted. Two indicators with different contents must never be added.',
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('name', 'string', 'Name.', ({ name }) => name),
        field('unit', 'string', 'Unit of the values.', ({ unit }) => unit),
        field('definition', 'string', 'What is counted, in words.', ({ definition }) => definition),
        field('includes', 'array', 'Codes of what is counted, as a JSON list.', ({ includes }) => includes),
        field('is_summable', 'boolean', 'Its values may be added over time.', ({ isSummable }) => isSummable),
        ...ledgerFields<Indicator>(),
      ],
    }, rows.indicators),
    table<Series>({
      name: 'series', title: 'Series', note: 'One indicator as one organisation counts it in one area, for all or for one part.', foreignKeys: { indicator_id: 'indicators', organisation_id: 'organisations' },
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('indicator_id', 'string', 'What is counted.', ({ indicatorId }) => indicatorId),
        field('organisation_id', 'string', 'Who counts.', ({ organisationId }) => organisationId),
        field('geography', 'string', 'Code of the area.', ({ geography }) => geography),
        field('geography_name', 'string', 'Name of the area.', ({ geographyName }) => geographyName),
        field('breakdown_dimension', 'string', 'By what the whole is split; total where it is not.', ({ breakdownDimension }) => breakdownDimension),
        field('breakdown', 'string', 'Code of the part.', ({ breakdown }) => breakdown),
        field('breakdown_name', 'string', 'Name of the part.', ({ breakdownName }) => breakdownName),
        field('method_note', 'string', 'What is special about this series.', ({ methodNote }) => methodNote, { empty: true }),
        field('is_redistributable', 'boolean', 'Its figures may be passed on. Where not, its readings are not in this package.', ({ isRedistributable }) => isRedistributable),
        ...ledgerFields<Series>(),
      ],
    }, rows.series),
    table<Reading>({
      name: 'readings', title: 'Readings', note: 'A value that a source gave for a series and a period. Several of one cell are its history, oldest known first; the newest current one is in force.',
      foreignKeys: { series_id: 'series' },
      fields: [
        field('id', 'string', 'Stable over all releases.', ({ id }) => id),
        field('series_id', 'string', 'The series.', ({ seriesId }) => seriesId),
        field('period', 'string', 'The period: 2025, 2025-Q3, 2025-10, 2025-Q1..Q3.', ({ period }) => formatPeriod(period)),
        field('period_start', 'date', 'First day.', ({ period }) => period.start),
        field('period_end', 'date', 'Last day, inclusive.', ({ period }) => period.end),
        field('value', 'number', 'The figure; empty where there is none.', ({ value }) => value, { empty: true }),
        field('value_low', 'number', 'The least it can mean; empty where it is open below.', ({ value, qualifier }) => boundsOf({ value, qualifier }).low, { empty: true }),
        field('value_high', 'number', 'The most it can mean; empty where it is open above.', ({ value, qualifier }) => boundsOf({ value, qualifier }).high, { empty: true }),
        field('qualifier', 'string', 'How the source put it. Means nothing without a value.', ({ qualifier }) => qualifier, { words: QUALIFIERS }),
        field('empty', 'string', 'Why there is no value. A zero is a value.', ({ empty }) => empty, { empty: true, words: ['not-yet-reported', 'not-collected', 'withheld', 'unknown'] }),
        field('reported_on', 'date', 'The day the source reported it; first day of the month or year where no more is known.', ({ reportedOn }) => reportedOn, { empty: true }),
        field('reported_precision', 'string', 'How exactly reported_on is known.', ({ reportedPrecision }) => reportedPrecision, { words: PRECISIONS }),
        field('known_from', 'date', 'The first day on which it certainly was public: what “as known on” goes by.', ({ knownFrom }) => knownFrom),
        field('kind', 'string', 'Printed by the source, or computed from what it printed.', ({ kind }) => kind, { words: ['reported', 'derived'] }),
        field('formula', 'string', 'How a derived value was computed.', ({ formula }) => formula, { empty: true }),
        field('confidence', 'string', 'How sure the recording is.', ({ confidence }) => confidence, { words: CONFIDENCES }),
        field('is_unconfirmed', 'boolean', 'Nobody has found the original statement.', ({ isUnconfirmed }) => isUnconfirmed),
        field('note', 'string', 'Note.', ({ note }) => note, { empty: true }),
        ...ledgerFields<Reading>(),
      ],
    }, rows.readings),
  ];
}
