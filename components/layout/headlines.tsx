import type { ReactNode } from 'react';
import { CoverageLine } from '@/components/overview/coverage-line';
import type { YearCoverage } from '@/domain/sentence-coverage';

interface HeadlinesProps {
  readonly sentences: readonly {
    readonly id: string;
    readonly parts: readonly { readonly text: string; readonly citations: readonly number[] }[];
    readonly coverage: readonly YearCoverage[];
  }[];
  /** Element ids of the citations start with it: `${idPrefix}-source-1`. */
  readonly idPrefix: string;
  readonly citations: ReactNode;
}

/** A number this short stays on one line with the numbers of its sources. */
const SHORT = 8;

/** Sentences whose numbers come out of the ledger; every number opens its source below. */
export function Headlines({ sentences, idPrefix, citations }: HeadlinesProps) {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="headlines" className="border-y border-rule-strong">
      <h2 id="headlines" className="sr-only">In short</h2>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(15.5rem,100%),1fr))] gap-x-8 overflow-hidden">
        {sentences.map((sentence) => (
          <li key={sentence.id} className="-mt-px border-t border-rule py-5 font-serif text-[1.1875rem] leading-snug">
            {sentence.parts.map((part, position) => (
              <Part key={position} {...part} idPrefix={idPrefix} />
            ))}
            <CoverageLine coverage={sentence.coverage} />
          </li>
        ))}
      </ul>
      <details className="border-t border-rule py-2 text-sm">
        <summary className="inline-block py-1.5 text-muted hover:text-ink">Sources of these sentences</summary>
        {citations}
      </details>
    </section>
  );
}

/** `[0, 1, 2, 6]` -> runs `1–3` and `7`, numbered as people read them. */
function runsOf(indexes: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && index === run.last) run.last = index + 1;
    else runs.push({ first: index + 1, last: index + 1 });
  }
  return runs;
}

function Part({ text, citations, idPrefix }: { text: string; citations: readonly number[]; idPrefix: string }) {
  const [first] = citations;
  if (first === undefined) return text;
  return (
    <span className={text.length <= SHORT ? 'whitespace-nowrap' : undefined}>
      <a href={`#${idPrefix}-source-${first + 1}`} data-mark className="font-semibold no-underline hover:underline">{text}</a>
      <sup className="ms-px font-sans text-[0.625em] leading-none font-normal text-muted">
        {runsOf(citations).map((run, position) => (
          <span key={run.first}>
            {position > 0 && ','}
            <a href={`#${idPrefix}-source-${run.first}`} className="no-underline">
              <span className="sr-only">Source </span>
              {run.first === run.last ? run.first : `${run.first}–${run.last}`}
            </a>
          </span>
        ))}
      </sup>
    </span>
  );
}
