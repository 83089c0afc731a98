'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftRow } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { postJson, type Problem } from './post-json';
import { type RowTrouble, troublesOf, troublesOfRefusal } from './row-troubles';

/** A row as the server has it now: what the next save of it names as `expectedRevision`. */
export interface SavedRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
}

/** A version of a row as the desk's answers carry it. */
export type VersionSeen = DraftRow & { readonly revision: number; readonly publishedIn: number | null };

/** One's own edit was made from a version that no longer stands. */
export interface StaleRow {
  readonly mine: DraftRow;
  /** What it was made from; null where that version is gone. */
  readonly base: VersionSeen | null;
  /** What stands now; null where the row was thrown away meanwhile. */
  readonly theirs: VersionSeen | null;
  /** Who wrote what stands now, and when (ISO). */
  readonly by: { readonly name: string; readonly at: string } | null;
}

export interface SaveRowsOptions {
  readonly changesetId: string;
  /** Once everything is saved; `rows` as they were sent, which differ from what was given to `save` in the revision after a comparison. */
  readonly onSaved: (saved: readonly SavedRow[], rows: readonly DraftRow[]) => void;
  /** When somebody takes what a colleague wrote: put it into the form, with its revision as the expected one; null: the row is gone. */
  readonly onTheirs?: (theirs: VersionSeen | null, mine: DraftRow) => void;
}

export interface SaveRows {
  /** Sends rows, all or none. True once they are saved; false when they are not, with `problem` or `stale` saying why. */
  readonly save: (rows: readonly DraftRow[]) => Promise<boolean>;
  readonly isSaving: boolean;
  readonly problem: Problem | null;
  /** What is wrong row by row and field by field, for the words beside the fields. */
  readonly troubles: readonly RowTrouble[];
  readonly stale: StaleRow | null;
  /** Saves one's own text upon what stands now. */
  readonly keepMine: () => Promise<boolean>;
  readonly takeTheirs: () => void;
  /** Closes the message or the comparison; nothing is changed by it. */
  readonly dismiss: () => void;
}

/** The one way in which the desk's editors save rows. Show `<SaveNotice saving={...} />` with it: it says what went wrong and how to go on. */
export function useSaveRows({ changesetId, onSaved, onTheirs }: SaveRowsOptions): SaveRows {
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [troubles, setTroubles] = useState<readonly RowTrouble[]>([]);
  const [stale, setStale] = useState<StaleRow | null>(null);
  const sent = useRef<readonly DraftRow[]>([]);
  const isBusy = useRef(false);
  const after = useRef({ onSaved, onTheirs });

  useEffect(() => {
    after.current = { onSaved, onTheirs };
  });

  const dismiss = useCallback(() => {
    setProblem(null);
    setTroubles([]);
    setStale(null);
  }, []);

  const save = useCallback(async (rows: readonly DraftRow[]): Promise<boolean> => {
    if (isBusy.current || rows.length === 0) return false;
    sent.current = rows;
    const found = troublesOf(rows);
    setTroubles(found);
    if (found.length > 0) {
      setProblem({ code: 'row-invalid', title: found.length === 1 ? 'One field needs another look. Nothing was saved yet.' : `${found.length} fields need another look. Nothing was saved yet.` });
      return false;
    }
    isBusy.current = true;
    setSaving(true);
    const answer = await postJson<{ readonly rows: readonly SavedRow[] }>(`/api/admin/changesets/${encodeURIComponent(changesetId)}/rows`, { rows });
    isBusy.current = false;
    setSaving(false);
    if (answer.ok) {
      dismiss();
      after.current.onSaved(answer.data.rows, rows);
      return true;
    }
    const comparison = answer.problem.code === 'version-stale' ? staleOf(answer.problem, rows) : null;
    setStale(comparison);
    setProblem(comparison === null ? answer.problem : null);
    setTroubles(troublesOfRefusal(answer.problem));
    return false;
  }, [changesetId, dismiss]);

  const keepMine = useCallback(async () => {
    if (stale === null) return false;
    setStale(null);
    return save(sent.current.map((row) => (isSame(row, stale.mine) ? { ...row, expectedRevision: stale.theirs?.revision ?? null } : row)));
  }, [save, stale]);

  const takeTheirs = useCallback(() => {
    if (stale === null) return;
    dismiss();
    after.current.onTheirs?.(stale.theirs, stale.mine);
  }, [dismiss, stale]);

  return { save, isSaving, problem, troubles, stale, keepMine, takeTheirs, dismiss };
}

const isSame = (row: DraftRow, other: { readonly kind: unknown; readonly id: unknown }) => row.kind === other.kind && row.id === other.id;

/** The refusal of the ledger carries both versions; the edit is among the rows that were sent. */
function staleOf(problem: Problem, rows: readonly DraftRow[]): StaleRow | null {
  const mine = rows.find((row) => isSame(row, { kind: problem.kind, id: problem.id }));
  if (mine === undefined) return null;
  const { expected, actual, actualBy } = problem as { expected?: VersionSeen | null; actual?: VersionSeen | null; actualBy?: StaleRow['by'] };
  return { mine, base: expected ?? null, theirs: actual ?? null, by: actualBy ?? null };
}
