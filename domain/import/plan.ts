// What an import would do is told whole before anything is written: how many rows of each verdict, examples of each, and every draft.

import type { DraftRow } from '../draft';
import { accept, refuse } from '../outcome';
import type { Outcome, Refusal } from '../outcome';
import { VERDICTS } from './verdict';
import type { Judged, Verdict } from './verdict';
import type { CellProblem } from './sheet';

/** One row of the report as it goes to the page. */
export interface ReportRow {
  readonly verdict: Verdict;
  readonly row: number;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
  readonly problem: CellProblem | null;
}

export interface ImportReport {
  /** Rows of the file that were read, without the header. */
  readonly rows: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** At most `MOST_SHOWN` of each verdict, in the order of the file. */
  readonly shown: readonly ReportRow[];
  /** Rows that would be drafted, parents such as a new series among them. */
  readonly drafts: number;
  /** Names of series in the file that no series has. */
  readonly unknownSeries: readonly string[];
  /** Sentences about the file as a whole: the rule of counting, what was left out and why. */
  readonly remarks: readonly string[];
  /** Names exactly these drafts: confirming another set is refused. */
  readonly digest: string;
}

/** So many rows of each verdict are shown; the counts are of all. */
export const MOST_SHOWN = 200;
/** More changes than this no person reviews in one changeset. */
export const MOST_DRAFTS = 20_000;
/** What a plan that has grown beyond that is refused with. */
export const TOO_MANY: Refusal = {
  code: 'too-many-drafts', message: 'The file changes more than 20,000 rows, which nobody can review in one changeset. Divide it by year or by series, or add up over longer periods.',
};
const MOST_UNKNOWN = 50;

export interface Plan {
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly shown: readonly ReportRow[];
  readonly drafts: readonly DraftRow[];
  readonly unknownSeries: readonly string[];
}

/** Collects verdicts; memory grows with the drafts only, whatever the length of the file. */
export class PlanMaker {
  private readonly counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  private readonly shown: Readonly<Record<Verdict, ReportRow[]>> = { added: [], update: [], correction: [], same: [], 'left-out': [], refused: [] };
  private readonly drafts = new Map<string, { readonly draft: DraftRow; readonly row: number }>();
  private readonly unknown = new Set<string>();

  /** False where the plan has grown beyond what one changeset may take. */
  add({ draft, ...row }: Judged): boolean {
    if (draft === null) return this.note(row);
    const key = `${draft.kind}:${draft.id}`;
    const before = this.drafts.get(key);
    if (before !== undefined) {
      return this.note({ ...row, verdict: 'refused', problem: { row: row.row, column: null, reason: `Row ${before.row} says something about the same row of the ledger already (${row.subject}). Keep one of the two.` } });
    }
    this.drafts.set(key, { draft, row: row.row });
    return this.note(row) && this.drafts.size <= MOST_DRAFTS;
  }

  /** A draft that no row of the file stands for, such as a new series; once each. */
  addParent(draft: DraftRow): void {
    const key = `${draft.kind}:${draft.id}`;
    if (!this.drafts.has(key)) this.drafts.set(key, { draft, row: 0 });
  }

  addUnknownSeries(name: string): void {
    if (this.unknown.size < MOST_UNKNOWN) this.unknown.add(name);
  }

  finish(): Plan {
    const drafts = [...this.drafts.values()].map(({ draft }) => draft);
    return { counts: { ...this.counts }, shown: VERDICTS.flatMap((verdict) => this.shown[verdict]), drafts, unknownSeries: [...this.unknown] };
  }

  private note(row: ReportRow): true {
    this.counts[row.verdict] += 1;
    const shown = this.shown[row.verdict];
    if (shown.length < MOST_SHOWN) shown.push(row);
    return true;
  }
}

/** Whether a plan may be written: nothing refused, and something to write. All rows or none. */
export function confirmable({ counts, drafts }: Pick<ImportReport, 'counts' | 'drafts'>): Outcome<true> {
  if (counts.refused > 0) {
    const rows = counts.refused === 1 ? 'One row is' : `${counts.refused} rows are`;
    return refuse({ code: 'rows-refused', message: `${rows} refused, so nothing is taken in. Mend the file or the mapping and check again: an import is all rows or none.` });
  }
  return drafts === 0 ? refuse({ code: 'nothing-new', message: 'Nothing in the file differs from what is published. There is nothing to take in.' }) : accept(true);
}
