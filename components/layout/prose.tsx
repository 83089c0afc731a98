import type { ReactNode } from 'react';

/** Running text: short lines, headings with room above. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="max-w-prose space-y-4 font-serif text-lg leading-relaxed [&_code]:text-[0.85em] [&_h2]:pt-6 [&_h2]:text-2xl [&_li]:ms-5 [&_ul]:list-disc [&_ul]:space-y-2">{children}</div>;
}
