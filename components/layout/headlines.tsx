import type { ReactNode } from 'react';

interface HeadlinesProps {
  readonly sentences: readonly { readonly id: string; readonly parts: readonly { readonly text: string; readonly citations: readonly number[] }[] }[];
  /** Element ids of the citations start with it: `${idPrefix}-source-1`. */
  readonly idPrefix: string;
  readonly citations: ReactNode;
}

/** Sentences whose numbers come out of the ledger; every number opens its source below. */
export function Headlines({ sentences, idPrefix, citations }: HeadlinesProps) {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="headlines" className="border-y border-rule-strong py-6 sm:py-8">
      <h2 id="headlines" className="sr-only">In short</h2>
      <ul className="grid gap-x-10 md:grid-cols-2">
        {sentences.map((sentence) => (
          <li key={sentence.id} className="border-t border-rule py-4 font-serif text-lg leading-snug first:border-t-0 sm:text-xl md:nth-2:border-t-0">
            {sentence.parts.map((part, position) => (
              <Part key={position} {...part} idPrefix={idPrefix} />
            ))}
          </li>
        ))}
      </ul>
      <details className="mt-3 text-sm">
        <summary className="inline-block min-h-8 py-1 text-muted hover:text-ink">Sources of these sentences</summary>
        {citations}
      </details>
    </section>
  );
}

function Part({ text, citations, idPrefix }: { text: string; citations: readonly number[]; idPrefix: string }) {
  const [first] = citations;
  if (first === undefined) return text;
  return (
    <>
      <a href={`#${idPrefix}-source-${first + 1}`} data-mark className="font-semibold whitespace-nowrap no-underline hover:underline">
        {text}
      </a>
      <sup className="ms-0.5 font-sans text-[0.6875rem] font-normal text-muted">
        {citations.map((index, position) => (
          <span key={index}>
            {position > 0 && ' '}
            <a href={`#${idPrefix}-source-${index + 1}`} aria-label={`Source ${index + 1}`} className="no-underline">{index + 1}</a>
          </span>
        ))}
      </sup>
    </>
  );
}
