'use client';

import { useEffect, useRef } from 'react';
import type { DraftRow } from '@/domain/draft';
import { titleOf } from '@/domain/row-title';

// A place or an organisation is often missing just when something else is being written: its form opens in a tab of its own, and what it
// saves can be chosen here at once.

export interface NewRow {
  readonly kind: string;
  readonly id: string;
  readonly label: string;
}

const CHANNEL = 'frontier-ledger-rows';

/** A form calls this once a row is saved. */
export function announceRow(row: DraftRow): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  // Kind and content of a draft belong together.
  channel.postMessage({ kind: row.kind, id: row.id, label: titleOf(row.kind, row.content as never, () => null) } satisfies NewRow);
  channel.close();
}

/** Hears of rows saved in other tabs. */
export function useNewRows(onRow: (row: NewRow) => void): void {
  const hear = useRef(onRow);
  useEffect(() => {
    hear.current = onRow;
  });
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<NewRow>) => hear.current(data);
    return () => channel.close();
  }, []);
}
