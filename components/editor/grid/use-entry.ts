'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { useKept, type Kept } from '../use-kept';
import { applyPatch, NO_ENTRY, type Entry, type Patch, type TypedCell } from './entry-state';

const MOST_STEPS = 500;

export interface EntryControl {
  readonly entry: Entry;
  /** One step that can be taken back. */
  readonly change: (patch: Patch) => void;
  readonly setSitting: (part: Partial<Pick<Entry, 'sitting' | 'recordsRepeats'>>) => void;
  /** The cells touched by the step taken back or again, or null where there is none. */
  readonly undo: () => readonly string[] | null;
  readonly redo: () => readonly string[] | null;
  readonly steps: { readonly undo: number; readonly redo: number };
  /** Takes saved cells away, as far as they still are what was sent; that is no step. */
  readonly settle: (sent: ReadonlyMap<string, TypedCell>) => void;
}

/** What is typed into the grid of one changeset, with its steps; kept in the browser until it is saved. */
export function useEntry(personId: string, changesetId: string): { readonly control: EntryControl; readonly kept: Kept<Entry> } {
  const kept = useKept<Entry>(personId, `readings:${changesetId}`, NO_ENTRY);
  const past = useRef<Patch[]>([]);
  const future = useRef<Patch[]>([]);
  const [steps, setSteps] = useState({ undo: 0, redo: 0 });
  const { set, forget } = kept;

  const move = useCallback((patch: Patch, to: { current: Patch[] }) => {
    set((before) => {
      const { cells, inverse } = applyPatch(before.cells, patch);
      to.current = [...to.current.slice(-MOST_STEPS), inverse];
      return { ...before, cells };
    });
  }, [set]);
  const count = useCallback(() => setSteps({ undo: past.current.length, redo: future.current.length }), []);

  const change = useCallback((patch: Patch) => {
    if (patch.size === 0) return;
    future.current = [];
    move(patch, past);
    count();
  }, [move, count]);

  const step = useCallback((from: { current: Patch[] }, to: { current: Patch[] }) => {
    const patch = from.current.at(-1);
    if (patch === undefined) return null;
    from.current = from.current.slice(0, -1);
    move(patch, to);
    count();
    return [...patch.keys()];
  }, [move, count]);

  const undo = useCallback(() => step(past, future), [step]);
  const redo = useCallback(() => step(future, past), [step]);
  const setSitting = useCallback<EntryControl['setSitting']>((part) => set((before) => ({ ...before, ...part })), [set]);

  const settle = useCallback((sent: ReadonlyMap<string, TypedCell>) => {
    let isEmpty = false;
    set((before) => {
      const done = [...sent].filter(([key, cell]) => before.cells[key] === cell);
      const { cells } = applyPatch(before.cells, new Map(done.map(([key]) => [key, null])));
      isEmpty = Object.keys(cells).length === 0;
      return { ...before, cells };
    });
    // What is saved needs no keeping; steps from before a save would bring back what stands already.
    if (isEmpty) forget();
    past.current = [];
    future.current = [];
    count();
  }, [set, forget, count]);

  const entry = kept.value;
  const control = useMemo(() => ({ entry, change, setSitting, undo, redo, steps, settle }), [entry, change, setSitting, undo, redo, steps, settle]);
  return { control, kept };
}
