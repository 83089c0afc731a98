import type { ComparedSentence } from '@/domain/review/compare';

/** Sentences as they will read; those that read otherwise today are marked. */
export function SentenceList({ sentences }: { readonly sentences: readonly ComparedSentence[] }) {
  if (sentences.length === 0) return <p className="text-muted">No sentence is shown.</p>;
  return (
    <ul className="max-w-prose space-y-3">
      {sentences.map(({ id, after, isChanged }) => (
        <li key={id} className={`border-s-2 ps-4 font-serif text-lg ${isChanged ? 'border-accent' : 'border-rule'}`}>
          {after}{isChanged && <span className="ms-2 font-sans text-sm text-accent">changes</span>}
        </li>
      ))}
    </ul>
  );
}
