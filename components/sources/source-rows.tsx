import { labelDay } from '@/domain/period';
import { countKind } from '@/domain/row-kinds';
import { groupSourceRows, rowAnchor, type SourceRow } from '@/domain/source-row';

interface SourceRowsProps {
  readonly rows: readonly SourceRow[];
  /** The language of the document, in which quotes stand. */
  readonly language: string;
  /** Pages where the row stands: its charts, its incident, its crossing. */
  readonly placesOf: (row: SourceRow) => readonly { readonly label: string; readonly href: string }[];
}

/** Every row taken from one document: what it says, the words it rests on, and where it is shown. */
export function SourceRows({ rows, language, placesOf }: SourceRowsProps) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return (
      <section key={kind} aria-labelledby={`of-${kind}`} className="mt-10">
        <h2 id={`of-${kind}`} className="border-b border-rule-strong pb-2 text-2xl">{capital(countKind(kind, new Set(ofKind.map(({ id }) => id)).size))}</h2>
        {groupSourceRows(ofKind).map(({ group, rows: members }) => (
          <div key={group} className="grid gap-x-10 border-b border-rule py-4 md:grid-cols-[16rem_1fr]">
            {group !== '' && <h3 className="pb-2 text-lg leading-snug md:pe-4">{group}</h3>}
            <ul className={group === '' ? 'space-y-4 md:col-span-2' : 'space-y-4'}>
              {members.map((row, position) => (
                <Row
                  key={`${row.id} ${position}`}
                  row={row}
                  anchor={members.findIndex(({ id }) => id === row.id) === position ? rowAnchor(row) : undefined}
                  language={language}
                  places={placesOf(row)}
                />
              ))}
            </ul>
          </div>
        ))}
      </section>
    );
  });
}

interface RowProps {
  readonly row: SourceRow;
  readonly anchor: string | undefined;
  readonly language: string;
  readonly places: readonly { readonly label: string; readonly href: string }[];
}

function Row({ row, anchor, language, places }: RowProps) {
  const { title, within, status, changeNote, quote, paraphrase, locator, role, recordedBy, recordedAt } = row;
  const name = within?.title ?? title;
  const [first] = places;
  const link = <a href={first?.href ?? `#${rowAnchor(row)}`} data-mark className="font-semibold no-underline hover:underline">{name}</a>;
  return (
    <li id={anchor} tabIndex={anchor === undefined ? undefined : -1} className="max-w-prose outline-offset-4 target:bg-accent-wash">
      <p className="text-[1.0625rem] leading-snug [overflow-wrap:anywhere]">
        {status === 'withdrawn' ? <del>{link}</del> : link}
        {role === 'rival' && <span className="text-sm text-muted"> · gives another date</span>}
      </p>
      {status === 'withdrawn' && <p className="text-sm">Withdrawn: {changeNote}</p>}
      {quote !== null && <blockquote lang={language} dir="auto" className="mt-1 border-s-2 border-rule ps-3 font-serif text-[1.0625rem] leading-snug">“{quote}”</blockquote>}
      {quote === null && paraphrase !== null && <p className="mt-1 font-serif text-[1.0625rem] leading-snug text-muted">{paraphrase}</p>}
      <p className="mt-1 text-sm text-muted">
        {locator !== null && <>{locator} · </>}
        recorded by {recordedBy}, {labelDay(recordedAt.slice(0, 10))}
      </p>
      {places.length === 0 && row.status === 'current' && <p className="text-sm text-muted">In no chart so far.</p>}
      {places.length > 0 && (
        <p className="text-sm text-muted">
          Shown in{' '}
          {places.map(({ label, href }, position) => (
            <span key={href}>{position > 0 && ', '}<a href={href} className="inline-block py-0.5">{label}</a></span>
          ))}
        </p>
      )}
    </li>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
