'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

interface LiveChangesetProps {
  readonly changesetId: string;
  /** The link of the audit that the page was drawn at. */
  readonly seq: number;
  /** Whose page it is: what he does himself needs no telling. */
  readonly ownName: string;
}

const EVERY_MS = 4_000;
/** Looking on is no work: after this long without a key or a touch a page asks no more, so that a forgotten session can end. */
const WATCHED_MS = 10 * 60_000;

/** Asks every few seconds, while it is seen, whether a colleague did something in the changeset, and draws the page anew if so. */
export function LiveChangeset({ changesetId, seq, ownName }: LiveChangesetProps) {
  const router = useRouter();
  const [told, setTold] = useState('');

  useEffect(() => {
    let touchedAt = Date.now();
    const touch = () => {
      touchedAt = Date.now();
    };
    const ask = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - touchedAt > WATCHED_MS) return;
      const answer = await fetch(`/api/admin/changesets/${changesetId}/version`, { headers: { 'if-none-match': `"${seq}"` }, cache: 'no-store' }).catch(() => null);
      if (answer?.status !== 200) return;
      const activity = (await answer.json()) as { readonly seq: number; readonly by: string };
      if (activity.seq === seq) return;
      setTold(activity.by === ownName ? '' : `${activity.by} changed something just now. The page shows it.`);
      router.refresh();
    };
    const timer = window.setInterval(() => void ask(), EVERY_MS);
    const events = ['keydown', 'pointerdown', 'pointermove', 'visibilitychange'] as const;
    for (const event of events) document.addEventListener(event, touch, { passive: true });
    return () => {
      window.clearInterval(timer);
      for (const event of events) document.removeEventListener(event, touch);
    };
  }, [changesetId, ownName, router, seq]);

  return <p role="status" className="min-h-6 text-sm text-muted">{told}</p>;
}
