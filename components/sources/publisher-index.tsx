import { publisherAnchor } from '@/lib/inputs/row-places';

/** Leads to the documents of one publisher, with how many there are. */
export function PublisherIndex({ publishers }: { publishers: readonly { readonly publisher: string; readonly documents: number }[] }) {
  return (
    <details className="border-y border-rule">
      <summary className="min-h-10 py-2.5 text-[0.9375rem] text-muted hover:text-ink">Publishers from A to Z</summary>
      <ul className="gap-x-8 pb-4 text-[0.9375rem] sm:columns-2 lg:columns-4">
        {publishers.map(({ publisher, documents }) => (
          <li key={publisher} className="break-inside-avoid">
            <a href={`#${publisherAnchor(publisher)}`} className="inline-block py-1 [overflow-wrap:anywhere]">{publisher}</a>
            {documents > 1 && <span className="text-sm text-muted"> {documents}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
