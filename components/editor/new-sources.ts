'use client';

import { useEffect, useRef } from 'react';
import type { Source } from '@/domain/citation';

// A source is often missing just when a figure is being entered: its form opens in a tab of its own, and what it saves comes back here.

/** What is needed of a document to choose it for a citation. */
export type CitableSource = Pick<Source, 'id' | 'title' | 'publisher' | 'publishedOn'>;

const CHANNEL = 'frontier-ledger-sources';

/** The form of a source calls this once it is saved: every open tab may cite it from then on. */
export function announceSource({ id, title, publisher, publishedOn }: CitableSource): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ id, title, publisher, publishedOn } satisfies CitableSource);
  channel.close();
}

/** Hears of sources saved in other tabs. */
export function useNewSources(onSource: (source: CitableSource) => void): void {
  const hear = useRef(onSource);

  useEffect(() => {
    hear.current = onSource;
  });

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(CHANNEL);
    // Only announceSource above writes to this channel, and only pages of the same origin can.
    channel.onmessage = ({ data }: MessageEvent<CitableSource>) => hear.current(data);
    return () => channel.close();
  }, []);
}
