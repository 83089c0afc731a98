import { withoutSlots } from '@/components/layout/correction-fields';
import { printChange } from '@/domain/embed/notice';
import type { PublishedChange } from '@/domain/release';
import { countKind, KIND_NAMES } from '@/domain/row-kinds';
import type { AffectedChart } from '@/lib/review/review';

/** More changes than this are counted. */
const MOST = 60;

interface ToldAsProps {
  readonly changes: readonly PublishedChange[];
  readonly affected: readonly AffectedChart[];
}

/** Which change is told as a correction and which as an update, in the words that readers, feeds and frames will have. */
export function ToldAs({ changes, affected }: ToldAsProps) {
  const corrections = changes.filter(({ change }) => change === 'correct' || change === 'withdraw');
  const updates = changes.filter(({ change }) => change === 'update');
  const added = changes.filter(({ change }) => change === 'add');
  return (
    <div className="max-w-3xl space-y-6">
      <Told title="Corrections: that we were wrong" changes={corrections} none="Nothing is told as a correction." note="They stand on the page of corrections and in its feed for ever." />
      <Told title="Updates: that the world or the source moved on" changes={updates} none="Nothing is told as an update." note={null} />
      {added.length > 0 && (
        <div>
          <h3 className="font-semibold">New</h3>
          <p>{[...new Set(added.map(({ kind }) => kind))].map((kind) => countKind(kind, added.filter((one) => one.kind === kind).length)).join(', ')}</p>
        </div>
      )}
      {affected.some(({ marks }) => marks.length > 0) && (
        <div>
          <h3 className="font-semibold">What pinned frames and the feeds of charts will say</h3>
          <ul className="mt-2 space-y-1.5 text-[0.9375rem]">
            {affected.filter(({ marks }) => marks.length > 0).map(({ chart, marks }) => (
              <li key={chart.id}><b className="font-medium">{chart.after?.title ?? chart.title}:</b> {marks.slice(0, 3).map(printChange).join('; ')}{marks.length > 3 && `; and ${marks.length - 3} more`}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Told({ title, changes, none, note }: { readonly title: string; readonly changes: readonly PublishedChange[]; readonly none: string; readonly note: string | null }) {
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      {changes.length === 0 ? <p className="text-muted">{none}</p> : (
        <>
          {note !== null && <p className="text-sm text-muted">{note}</p>}
          <ul className="mt-2 space-y-2">
            {changes.slice(0, MOST).map(({ kind, id, change, title: name, note: reason, fields }) => (
              <li key={`${kind}:${id}`} className="border-s-2 border-rule ps-4 [overflow-wrap:anywhere]">
                <p><span className="text-sm text-muted">{change === 'withdraw' ? 'Withdrawn' : KIND_NAMES[kind].one}</span> {withoutSlots(name)}{sayValue(fields)}</p>
                {reason !== '' && <p className="font-serif">{reason}</p>}
              </li>
            ))}
          </ul>
          {changes.length > MOST && <p className="mt-2 text-sm text-muted">And {changes.length - MOST} more.</p>}
        </>
      )}
    </div>
  );
}

function sayValue(fields: PublishedChange['fields']): string {
  const value = fields.find(({ name }) => name === 'value');
  return value === undefined ? '' : ` (was ${value.before})`;
}
