import { archiveProblem } from '@/domain/source-entry';

/** The ways to an archived copy, in tabs of their own, and whether what was pasted is one. */
export function ArchiveLinks({ archiveUrl, url }: { readonly archiveUrl: string; readonly url: string }) {
  const problem = archiveUrl.trim() === '' ? null : archiveProblem(archiveUrl.trim(), url.trim() === '' ? null : url.trim());
  const isReady = URL.canParse(url.trim());
  return (
    <div className="mt-1.5 flex flex-col gap-1 text-sm">
      {problem !== null && <p role="status" className="font-medium text-accent-strong">{problem}</p>}
      {isReady ? (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <a href={`https://web.archive.org/save/${url.trim()}`} target="_blank" rel="noreferrer noopener">Keep a copy at the Wayback Machine</a>
          <a href={`https://web.archive.org/web/*/${url.trim()}`} target="_blank" rel="noreferrer noopener">Look for copies it has</a>
        </p>
      ) : <p className="text-muted">With a web address above, the ways to a copy stand here.</p>}
    </div>
  );
}
