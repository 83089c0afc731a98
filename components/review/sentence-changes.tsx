import type { ComparedSentence } from '@/domain/review/compare';

/** Every sentence as it reads now and as it will read; the ones that stay as they are folded away. */
export function SentenceChanges({ sentences, placeOf }: { readonly sentences: readonly ComparedSentence[]; readonly placeOf: (placement: string) => string }) {
  const changed = sentences.filter(({ isChanged }) => isChanged);
  const same = sentences.filter(({ isChanged }) => !isChanged);
  return (
    <>
      {changed.length === 0 && <p className="mb-3 text-muted">No sentence reads otherwise.</p>}
      <ul className="space-y-5">
        {changed.map(({ id, placement, before, after, reasonBefore, reasonAfter }) => (
          <li key={id} className="border-s-2 border-accent ps-4">
            <p className="text-sm text-muted">{placeOf(placement)}</p>
            <p className="mt-1 max-w-prose font-serif text-lg text-muted">
              {before === null ? <Hidden label="Now hidden" reason={reasonBefore} /> : <del className="decoration-accent"><span className="sr-only">now: </span>{before}</del>}
            </p>
            <p className="mt-1 max-w-prose font-serif text-lg">
              {after === null ? <Hidden label="Then hidden" reason={reasonAfter} /> : <ins className="no-underline"><span className="sr-only">then: </span>{after}</ins>}
            </p>
          </li>
        ))}
      </ul>
      {same.length > 0 && (
        <details className="mt-5">
          <summary className="w-fit py-1 text-muted hover:text-ink">{same.length === 1 ? 'One sentence stays as it is' : `${same.length} sentences stay as they are`}</summary>
          <ul className="mt-2 space-y-3">
            {same.map(({ id, placement, after, reasonAfter }) => (
              <li key={id} className="border-s-2 border-rule ps-4">
                <p className="text-sm text-muted">{placeOf(placement)}</p>
                <p className="max-w-prose font-serif">{after ?? <Hidden label="Hidden" reason={reasonAfter} />}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Hidden({ label, reason }: { readonly label: string; readonly reason: string | null }) {
  return <span className="font-sans text-base text-muted"><b className="font-semibold text-accent">{label}.</b> {reason}</span>;
}
