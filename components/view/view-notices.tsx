import type { ReactNode } from 'react';
import type { FullWords } from '@/lib/make-words';
import { ALLOWED, VIEW_PARAMETERS, type View } from '@/lib/inputs/view';

interface ViewNoticesProps {
  readonly view: Pick<View, 'dropped'>;
  readonly words: FullWords;
}

/** Says which parts of the address were refused and left out. What day and release the page speaks of, AsOfControl says. */
export function ViewNotices({ view, words }: ViewNoticesProps) {
  if (view.dropped.length === 0) return null;
  const parameter = (name: ReactNode[]) => <code key="name" dir="ltr">{name}</code>;
  return (
    <div role="status" className="mt-4 bg-warning-wash px-4 py-2.5 text-sm">
      <p>{words.say('view.notice.dropped')}</p>
      <ul className="mt-1 list-disc ps-5">
        {view.dropped.map((name) => (
          <li key={name}>
            {name === 'unknown'
              ? words.say('view.notice.unknown', { allowed: sayAllowed(name, words) })
              : words.compose('view.notice.parameter', { name, allowed: sayAllowed(name, words), parameter })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a parameter may be. Machines are told the same in English, by ALLOWED. */
export function sayAllowed(name: keyof typeof ALLOWED, words: FullWords): string {
  switch (name) {
    case 'asof': return words.say('view.allowed.asof', { first: words.isolate('2000-01-01') });
    case 'from': return words.say('view.allowed.from', { examples: words.isolate('2025, 2025-Q3, 2025-10 or 2025-10-11') });
    case 'to': return words.say('view.allowed.to', { examples: words.isolate('2025, 2025-Q3, 2025-10 or 2025-10-11') });
    case 'breakdown': return words.say('view.allowed.breakdown', { examples: words.isolate('province or victim-type') });
    case 'release': case 'series': return words.say(`view.allowed.${name}`);
    case 'unknown': return words.say('view.allowed.unknown', { names: words.isolate(VIEW_PARAMETERS.join(', ')) });
    default: return words.say('view.allowed.options', { options: words.isolate(ALLOWED[name]) });
  }
}
