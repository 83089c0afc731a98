import { z } from 'zod';
import { camelCase } from '@/domain/chart/json';
import { NO_ROWS } from '@/domain/package/rows';
import type { FieldType } from '@/domain/package/table';
import { packageTables } from '@/domain/package/tables';
import { CITED_KINDS } from '@/domain/draft';
import { ROW_KINDS } from '@/domain/release';
import { RESOURCES, type Resource } from './resources';

// What the rows of each resource hold: the columns of the data package in camelCase, so that package, API and their descriptions say the same.

export interface ApiField {
  /** In JSON; `column` is the same in CSV. */
  readonly name: string;
  readonly column: string;
  readonly schema: z.ZodType;
}

const citation = z.object({
  sourceId: z.string(), title: z.string(), publisher: z.string(), date: z.string().nullable().describe('As exactly as the page shows it.'), url: z.string().nullable(),
  locator: z.string().nullable(), quote: z.string().nullable().describe('Word for word, 25 words at most.'), paraphrase: z.string().nullable(),
  role: z.enum(['main', 'rival']).describe('For the row itself, or for a rival date of it.'),
}).meta({ id: 'Citation' });

const own = (column: string, schema: z.ZodType): ApiField => ({ name: camelCase(column), column, schema });

/** What a reading's series says, and whether it is the one in force. */
const OF_READINGS: readonly ApiField[] = [
  own('indicator_id', z.string().describe('What is counted.')), own('organisation_id', z.string().describe('Who counts.')), own('geography', z.string().describe('Code of the area.')),
  own('breakdown_dimension', z.string().describe('By what the whole is split; total where it is not.')), own('breakdown', z.string().describe('Code of the part.')),
  own('is_in_force', z.boolean().describe('Of the readings of its cell, the one that charts show.')),
];

const OF_CHARTS: readonly ApiField[] = [
  own('alt_text', z.string().describe('What the editors put before the computed description.')),
  own('page', z.string().describe('Address of its page.')), own('csv', z.string().describe('Address of its numbers as CSV.')), own('embed', z.string().describe('Address of its frame.')),
];

const changed = z.array(z.object({ name: z.string(), before: z.string(), after: z.string() }));
const OF_CHANGES: readonly ApiField[] = [
  own('release', z.int().describe('The release that made the change.')), own('published_at', z.string().describe('When, UTC.')),
  own('row_kind', z.enum(ROW_KINDS)), own('row_id', z.string()), own('title', z.string().describe('What people call the row.')),
  own('change', z.enum(['add', 'update', 'correct', 'withdraw'])), own('reason', z.string()), own('fields', changed.describe('What differs, as printed; empty for a new row.')),
  own('charts', z.array(z.string()).describe('Slugs of the charts that show it.')),
];

function zodOf(type: FieldType, isRequired: boolean, words: readonly string[] | null, note: string): z.ZodType {
  const plain = (): z.ZodType => {
    if (words !== null) return z.enum(words as [string, ...string[]]);
    switch (type) {
      case 'string': return z.string();
      case 'date': return z.iso.date();
      case 'datetime': return z.iso.datetime();
      case 'integer': return z.int();
      case 'number': return z.number();
      case 'boolean': return z.boolean();
      case 'array': return z.array(z.unknown());
      case 'object': return z.record(z.string(), z.unknown());
    }
  };
  return (isRequired ? plain() : plain().nullable()).describe(note);
}

const TABLES = new Map(packageTables(NO_ROWS).map((table) => [table.name, table]));

function build(resource: Resource): readonly ApiField[] {
  if (resource.name === 'changes') return OF_CHANGES;
  const columns = (TABLES.get(resource.table)?.fields ?? []).map(({ name, type, isRequired, words, note }) => own(name, zodOf(type, isRequired, words, note)));
  const more = resource.name === 'readings' ? OF_READINGS : resource.name === 'charts' ? OF_CHARTS : [];
  const cited = resource.kind !== null && CITED_KINDS.includes(resource.kind) ? [own('citations', z.array(citation))] : [];
  return [...columns, ...more, ...cited];
}

const FIELDS = new Map(RESOURCES.map((resource) => [resource.name, build(resource)]));

export function fieldsOf(resource: Resource): readonly ApiField[] {
  return FIELDS.get(resource.name) ?? [];
}
