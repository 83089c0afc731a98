'use client';

import { useEffect, useState } from 'react';
import { keptPages } from './kept-store';

/** Pages on which this person typed something in this browser and did not save it; nothing while there are none. */
export function UnsavedList({ person }: { readonly person: string }) {
  const [pages, setPages] = useState<ReturnType<typeof keptPages>>([]);

  useEffect(() => {
    // After the first drawing, which is the server's and knows nothing of this browser.
    const frame = requestAnimationFrame(() => setPages(keptPages(person)));
    return () => cancelAnimationFrame(frame);
  }, [person]);

  if (pages.length === 0) return null;
  return (
    <div role="status" className="mb-10 border-s-4 border-rule-strong bg-sunk px-4 py-3">
      <p className="font-medium">Typed in this browser and not saved</p>
      <ul className="mt-1">
        {pages.map(({ page, title, at }) => (
          <li key={page}><a href={page}>{title}</a> <span className="text-sm text-muted">{new Date(at).toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}</span></li>
        ))}
      </ul>
    </div>
  );
}
