import { KIND_NAMES } from '@/domain/row-kinds';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { QUIET_BUTTON } from '@/components/ui/button-look';

const OTHERS = ['organisation', 'indicator', 'series', 'crossing', 'place', 'incident', 'annotation', 'chart', 'sentence'] as const;

/** The ways of writing in a changeset. */
export function EntryLinks({ changesetId }: { readonly changesetId: string }) {
  return (
    <>
      <ul className="flex flex-wrap gap-2.5">
        <li><a href={changesetPath(changesetId, 'readings')} className={`${QUIET_BUTTON} no-underline`}>Readings, in a grid</a></li>
        <li><a href={rowPath(changesetId, 'source', 'new')} className={`${QUIET_BUTTON} no-underline`}>A source</a></li>
        <li><a href={changesetPath(changesetId, 'closures')} className={`${QUIET_BUTTON} no-underline`}>Closures, on a calendar</a></li>
        <li><a href={changesetPath(changesetId, 'import')} className={`${QUIET_BUTTON} no-underline`}>A file to import</a></li>
        <li><a href={`/admin/rows?in=${encodeURIComponent(changesetId)}`} className={`${QUIET_BUTTON} no-underline`}>Something published, to change it</a></li>
      </ul>
      <p className="mt-3 text-sm text-muted">
        Or add{' '}
        {OTHERS.map((kind, at) => (
          <span key={kind}>{at > 0 && ' · '}<a href={rowPath(changesetId, kind, 'new')} className="inline-block py-1">{KIND_NAMES[kind].one}</a></span>
        ))}
        . Claims are written in the table of their clash or strike.
      </p>
    </>
  );
}
