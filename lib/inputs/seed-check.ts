import type { z } from 'zod';
import { CITED_KINDS, type DraftRow } from '@/domain/draft';
import { referencesOf } from '@/domain/reference';
import type { RowKind } from '@/domain/release';
import { seedReleaseHead, seedReportEntry, seedRow, type SeedReportEntry } from './seed';

// Holds the starting data against their schemas, against each other, and against the size of the data set they were made from.

/** A file of the starting data as parsed. */
export interface SeedInput {
  readonly release: number;
  readonly kind: RowKind;
  readonly path: string;
  readonly rows: unknown;
}

export interface SeedProblem {
  readonly file: string;
  /** The row's id, or its place in the file where it has none. */
  readonly row: string;
  readonly field: string;
  readonly reason: string;
}

/** Rows of the data set, by kind. Every one is in the ledger or in the report as left out. */
export const DATA_SET_ROWS: Readonly<Partial<Record<RowKind, number>>> = {
  reading: 590, closure: 61, incident: 35, claim: 205, annotation: 34, place: 31, crossing: 6,
};

interface Checked {
  readonly file: SeedInput;
  readonly row: DraftRow;
}

/** Everything wrong with the starting data; empty where they are sound. */
export function checkSeed(files: readonly SeedInput[], heads: ReadonlyMap<number, unknown>, report: unknown): SeedProblem[] {
  const problems: SeedProblem[] = [];
  const rows = files.flatMap((file) => checkFile(file, problems));
  for (const [release, head] of heads) addIssues(problems, `release-${release}/release.json`, 'release', seedReleaseHead.safeParse(head));
  const entries = checkReport(report, problems);
  checkChanges(rows, problems);
  checkCitations(rows, problems);
  checkReferences(rows, problems);
  checkCounts(rows, entries, problems);
  return problems;
}

function addIssues(problems: SeedProblem[], file: string, row: string, parsed: z.ZodSafeParseResult<unknown>): void {
  if (parsed.success) return;
  problems.push(...parsed.error.issues.map(({ path, message }) => ({ file, row, field: path.join('.'), reason: message })));
}

function checkFile(file: SeedInput, problems: SeedProblem[]): Checked[] {
  if (!Array.isArray(file.rows)) {
    problems.push({ file: file.path, row: '', field: '', reason: 'is not a list of rows' });
    return [];
  }
  const schema = seedRow(file.kind);
  return file.rows.flatMap((row: unknown, at) => {
    const parsed = schema.safeParse(row);
    const name = typeof (row as { id?: unknown } | null)?.id === 'string' ? (row as { id: string }).id : `row ${at + 1}`;
    addIssues(problems, file.path, name, parsed);
    // The schema of a kind answers that kind's content, which the compiler cannot follow through the table of kinds.
    return parsed.success ? [{ file, row: { ...parsed.data, kind: file.kind } as DraftRow }] : [];
  });
}

function checkReport(report: unknown, problems: SeedProblem[]): SeedReportEntry[] {
  const parsed = seedReportEntry.array().safeParse(report);
  addIssues(problems, 'report.json', 'report', parsed);
  return parsed.success ? parsed.data : [];
}

const nameOf = (row: { readonly kind: RowKind; readonly id: string }) => `${row.kind}:${row.id}`;
const problemOf = ({ file, row }: Checked, field: string, reason: string): SeedProblem => ({ file: file.path, row: row.id, field, reason });

/** A release adds what is not there yet and changes what is; no id stands twice in one release. */
function checkChanges(rows: readonly Checked[], problems: SeedProblem[]): void {
  const standing = new Map<string, number>();
  for (const checked of rows.toSorted((a, b) => a.file.release - b.file.release)) {
    const { file, row } = checked;
    const before = standing.get(nameOf(row));
    if (before === file.release) problems.push(problemOf(checked, 'id', 'stands twice in this release'));
    else if (row.change === 'add' && before !== undefined) problems.push(problemOf(checked, 'change', `adds a row that release ${before} has`));
    else if (row.change !== 'add' && before === undefined) problems.push(problemOf(checked, 'change', 'changes a row that no earlier release has'));
    standing.set(nameOf(row), file.release);
  }
}

function checkCitations(rows: readonly Checked[], problems: SeedProblem[]): void {
  for (const checked of rows) {
    const { kind, citations } = checked.row;
    if (CITED_KINDS.includes(kind) && citations.length === 0) problems.push(problemOf(checked, 'citations', 'has no citation'));
    if (kind === 'source' && citations.length > 0) problems.push(problemOf(checked, 'citations', 'a source carries no citations'));
    if (new Set(citations.map(({ sourceId, role, paraphrase }) => `${sourceId} ${role} ${paraphrase ?? ''}`)).size < citations.length) {
      problems.push(problemOf(checked, 'citations', 'cites the same source twice with the same words'));
    }
  }
}

/** Whatever a row names is in its own release or an earlier one. */
function checkReferences(rows: readonly Checked[], problems: SeedProblem[]): void {
  const since = new Map<string, number>();
  for (const { file, row } of rows) since.set(nameOf(row), Math.min(file.release, since.get(nameOf(row)) ?? Infinity));
  for (const checked of rows) {
    const { file, row } = checked;
    const cited = row.citations.map(({ sourceId }) => ({ kind: 'source' as const, id: sourceId, field: 'citations' }));
    for (const { kind, id, field } of [...referencesOf(row.kind, row.content as never), ...cited]) {
      if ((since.get(nameOf({ kind, id })) ?? Infinity) > file.release) problems.push(problemOf(checked, field, `names the ${kind} ${id}, which release ${file.release} does not have`));
    }
  }
}

function checkCounts(rows: readonly Checked[], entries: readonly SeedReportEntry[], problems: SeedProblem[]): void {
  const ids = new Set(rows.map(({ row }) => nameOf(row)));
  for (const entry of entries) {
    if (entry.ledgerId !== null && !ids.has(nameOf({ kind: entry.kind, id: entry.ledgerId }))) {
      problems.push({ file: 'report.json', row: entry.row, field: 'ledgerId', reason: `there is no ${entry.kind} ${entry.ledgerId}` });
    }
  }
  for (const [kind, expected] of Object.entries(DATA_SET_ROWS)) {
    const present = [...ids].filter((name) => name.startsWith(`${kind}:`)).length;
    const leftOut = entries.filter((entry) => entry.kind === kind && entry.outcome === 'left-out').length;
    if (present + leftOut === expected) continue;
    problems.push({ file: 'report.json', row: kind, field: 'count', reason: `${present} rows and ${leftOut} left out are not the ${expected} of the data set` });
  }
}
