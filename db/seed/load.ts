import { sql } from 'drizzle-orm';
import type { Editor } from '../../domain/editor';
import type { Outcome, Refusal } from '../../domain/outcome';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { approveChangeset } from '../mutations/approve-changeset';
import { draftRows } from '../mutations/draft-rows';
import { openChangeset } from '../mutations/open-changeset';
import { publishChangeset } from '../mutations/publish-changeset';
import { submitChangeset } from '../mutations/submit-changeset';
import { findCurrentRelease } from '../queries/find-current-release';
import { readSeedRelease, readSeedReport, SEED_RELEASES, type ReportEntry, type SeedRelease } from './seed-files';

// Publishes the starting data as real releases, through the same verbs as an editor, and tells what became of each row.

export interface LoadOptions {
  /** A system editor: it approves and publishes its own changesets. */
  readonly editor: Editor;
  readonly now?: Date;
  /** Gets one line of progress or report at a time. */
  readonly report?: (line: string) => void;
}

export interface LoadedRelease {
  readonly number: number;
  readonly title: string;
  /** Rows the release added, changed or withdrew, by kind. */
  readonly rows: Readonly<Partial<Record<RowKind, number>>>;
}

export interface LoadReport {
  /** Empty where the ledger held a release already: then nothing is done. */
  readonly loaded: readonly LoadedRelease[];
  readonly currentRelease: number;
  /** Rows of the data set that are not simply rows of their own, each with its reason. */
  readonly entries: readonly ReportEntry[];
}

/**
 * Loads all releases of the starting data in one transaction, or nothing where the ledger holds a release already. Of several
 * processes that start at once one loads and the others find it done. Throws if the ledger refuses a row, with its first reasons.
 */
export async function loadStartingData(db: Database, { editor, now = new Date(), report = () => {} }: LoadOptions): Promise<LoadReport> {
  const entries = readSeedReport();
  return db.transaction(async (tx) => {
    // The head of the audit chain is where writers queue; held here, the look and the load are one step.
    await tx.execute(sql`select seq from audit_head for update`);
    const standing = await findCurrentRelease(tx);
    if (standing > 0) return { loaded: [], currentRelease: standing, entries };
    const loaded: LoadedRelease[] = [];
    const revisions = new Map<string, number>();
    for (const number of SEED_RELEASES) {
      const release = readSeedRelease(number);
      report(`Loading release ${number}, "${release.title}": ${release.rows.length} rows …`);
      await publish(tx, editor, release, revisions, now);
      loaded.push({ number, title: release.title, rows: countKinds(release) });
    }
    for (const line of linesOf(loaded, entries)) report(line);
    return { loaded, currentRelease: SEED_RELEASES.length, entries };
  });
}

async function publish(db: Database, editor: Editor, release: SeedRelease, revisions: Map<string, number>, now: Date): Promise<void> {
  const step = `release ${release.number} of the starting data`;
  const { changesetId } = accepted(await openChangeset(db, editor, { name: release.title, note: release.note }, now), step);
  const rows = release.rows.map((row) => ({ ...row, expectedRevision: revisions.get(`${row.kind}:${row.id}`) ?? null }));
  const drafted = accepted(await draftRows(db, editor, { changesetId, rows }, now), step);
  for (const { kind, id, revision } of drafted.rows) revisions.set(`${kind}:${id}`, revision);
  accepted(await submitChangeset(db, editor, { changesetId }, now), step);
  accepted(await approveChangeset(db, editor, { changesetId }, now), step);
  accepted(await publishChangeset(db, editor, { changesetId, title: release.title, note: release.note }, now), step);
}

/** The value of an accepted outcome. The starting data are checked before they are committed, so a refusal is a fault of ours: it is thrown. */
function accepted<T>(outcome: Outcome<T, Refusal & { readonly problems?: readonly object[] }>, step: string): T {
  if (outcome.ok) return outcome.value;
  const { code, message, problems = [] } = outcome.refusal;
  const details = problems.slice(0, 20).map((problem) => `\n  ${JSON.stringify(problem)}`).join('');
  throw new Error(`The ledger refused ${step} (${code}): ${message}${details}`);
}

function countKinds({ rows }: SeedRelease): Partial<Record<RowKind, number>> {
  const counts: Partial<Record<RowKind, number>> = {};
  for (const { kind } of rows) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

const OUTCOMES: Record<ReportEntry['outcome'], string> = {
  'same-statement': 'are corrected rows of release 1, and stand once',
  adjusted: 'were adjusted to fit',
  'not-linked': 'are named without a link',
  'left-out': 'were left out',
};

function linesOf(loaded: readonly LoadedRelease[], entries: readonly ReportEntry[]): string[] {
  const counts = loaded.map(({ number, rows }) =>
    `  release ${number}: ${Object.entries(rows).map(([kind, count]) => `${count} ${kind}`).join(', ')}`);
  const outcomes = (Object.keys(OUTCOMES) as ReportEntry['outcome'][]).flatMap((outcome) => {
    const found = entries.filter((entry) => entry.outcome === outcome);
    return [`  ${found.length} rows of the data set ${OUTCOMES[outcome]}${found.length === 0 ? '' : ':'}`, ...grouped(found)];
  });
  return ['Starting data loaded:', ...counts, ...outcomes];
}

/** One line a reason, with the rows it is true of; a long list is cut, the file db/seed/report.json has all. */
function grouped(entries: readonly ReportEntry[]): string[] {
  return [...new Set(entries.map(({ reason }) => reason))].map((reason) => {
    const found = entries.filter((entry) => entry.reason === reason);
    const names = found.slice(0, 3).map(({ dataset, row }) => `${dataset} ${row}`).join(', ');
    return `    ${names}${found.length > 3 ? ` and ${found.length - 3} more` : ''}: ${reason}`;
  });
}
