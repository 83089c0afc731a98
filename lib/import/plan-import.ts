import 'server-only';
import { createHash } from 'node:crypto';
import type { DraftRow } from '@/domain/draft';
import type { ImportMapping } from '@/domain/import/mapping';
import { MOST_DRAFTS, PlanMaker, TOO_MANY, type ImportReport } from '@/domain/import/plan';
import type { CellProblem } from '@/domain/import/sheet';
import { refuse, accept, type Outcome, type Refusal } from '@/domain/outcome';
import type { Day } from '@/domain/period';
import type { ImportGround } from '@/lib/reads/desk/import-ground';
import type { FileBytes } from './file-bytes';
import { planEvents } from './plan-events';
import { planOwnRows } from './plan-own-rows';
import { planReadings } from './plan-readings';
import { dataRows, openFile, type DataBatch, type OpenFile } from './open-file';
import { turn } from './turn';
import { UnreadableSheet } from './unreadable';

// The dry run: a whole file against what stands, and the drafts that would come of it. Nothing is written.

export interface ImportRequest {
  readonly file: FileBytes;
  /** As people know it. */
  readonly fileName: string;
  readonly sheet: string | null;
  readonly mapping: ImportMapping;
  readonly ground: ImportGround;
  readonly today: Day;
}

export interface Progress {
  /** From 0 to 1. */
  readonly done: number;
  /** Rows read so far. */
  readonly rows: number;
}

export interface Watch {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

export interface UnreadableRefusal extends Refusal {
  readonly code: 'unreadable';
  readonly problem: CellProblem;
}

export interface PlannedImport {
  readonly report: ImportReport;
  readonly drafts: readonly DraftRow[];
}

/** What a way of reading rows works with. */
export interface PlanWork extends ImportRequest {
  readonly plan: PlanMaker;
  /** Rows of data, piece by piece; the process gets its turn between two of them. */
  batches(): AsyncGenerator<DataBatch>;
}

/** Sentences about the whole file. A plan that cannot be made refuses. */
export type Planner<M extends ImportMapping> = (work: PlanWork, mapping: M) => Promise<Outcome<readonly string[]>>;

/**
 * The verdict on every row. Refuses what no row can be read from: `unreadable` with row, column and reason, `too-many-drafts`, `file-kind`.
 * Throws the reason of `signal` when it is aborted.
 */
export async function planImport(request: ImportRequest, watch: Watch): Promise<Outcome<PlannedImport, Refusal | UnreadableRefusal>> {
  const opened = await openFile(request.file);
  if (!opened.ok) return opened;
  const plan = new PlanMaker();
  const read = { rows: 0 };
  try {
    const work: PlanWork = { ...request, plan, batches: () => watched(opened.value, request.sheet, watch, read) };
    const planned = await planBy(work, request.mapping);
    if (!planned.ok) return planned;
    const { counts, shown, drafts, unknownSeries } = plan.finish();
    if (drafts.length > MOST_DRAFTS) return refuse(TOO_MANY);
    const report: ImportReport = { rows: read.rows, counts, shown, drafts: drafts.length, unknownSeries, remarks: planned.value, digest: digestOf(drafts) };
    return accept({ report, drafts });
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse<UnreadableRefusal>({ code: 'unreadable', message: error.message, problem: error.problem });
    throw error;
  }
}

function planBy(work: PlanWork, mapping: ImportMapping): Promise<Outcome<readonly string[]>> {
  switch (mapping.kind) {
    case 'readings': return planReadings(work, mapping);
    case 'events': return planEvents(work, mapping);
    default: return planOwnRows(work, mapping);
  }
}

async function* watched(file: OpenFile, sheet: string | null, { signal, progress }: Watch, read: { rows: number }): AsyncGenerator<DataBatch> {
  for await (const batch of dataRows(file, sheet)) {
    read.rows += batch.rows.length;
    yield batch;
    progress({ done: batch.progress, rows: read.rows });
    await turn();
    signal.throwIfAborted();
  }
}

/** Names exactly these drafts, so that what is confirmed is what was shown. */
function digestOf(drafts: readonly DraftRow[]): string {
  const hash = createHash('sha256');
  for (const draft of drafts) hash.update(JSON.stringify(draft));
  return hash.digest('hex');
}
