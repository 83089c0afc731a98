import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findChangesets } from '@/db/queries/find-changesets';
import { refuseStep } from '@/domain/changeset';
import { ROW_KINDS } from '@/domain/release';
import { KIND_NAMES } from '@/domain/row-kinds';
import { MAIN_BUTTON } from '@/components/editor/buttons';
import { OpenChangeset } from '@/components/editor/changeset/open-changeset';
import { CorrectionFields, fieldLabel, withoutSlots } from '@/components/layout/correction-fields';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { readRowHistory, type ToldVersion } from '@/lib/reads/desk/row-history';
import { DeskLinks } from '../../../_parts/desk-links';
import { momentLabel } from '../../../_parts/moment';
import { Section } from '../../../_parts/section';

export const metadata: Metadata = { title: 'A row' };
export const dynamic = 'force-dynamic';

const DONE = { add: 'Added', update: 'Updated', correct: 'Corrected', withdraw: 'Withdrawn' } as const;

/** One row of the ledger: who holds it, where it can be changed, and every version of it. */
export default async function RowPage({ params, searchParams }: PageProps<'/admin/rows/[kind]/[rowId]'>) {
  const { desk, session } = await requireEditor();
  const [{ kind: asked, rowId }, { in: from }] = [await params, await searchParams];
  const kind = ROW_KINDS.find((name) => name === asked);
  const id = decodeURIComponent(rowId);
  const history = kind === undefined ? null : await readRowHistory(desk.db, kind, id);
  if (kind === undefined || history === null) notFound();
  const { title, versions, heldBy, belongs } = history;
  const open = await findChangesets(desk.db, ['draft', 'in-review', 'approved']);
  const mine = open.filter(({ contributors }) => refuseStep(session.editor, 'edit', contributors.map((one) => one.id)) === null);
  const holder = heldBy === null ? null : (mine.find((changeset) => changeset.id === heldBy.changesetId) ?? null);
  const preferred = mine.find((changeset) => changeset.id === from);
  const choices = preferred ? [preferred] : mine.filter(({ state }) => state === 'draft');
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/rows" />
      <p className="mb-1 text-sm text-muted">{KIND_NAMES[kind].one} · <span className="font-mono text-xs">{id}</span></p>
      <h1 className="mb-6 font-serif text-3xl font-semibold [overflow-wrap:anywhere]">{withoutSlots(title)}</h1>
      <Section title="Change it">
        {heldBy !== null ? (
          <>
            <p className="mb-3 max-w-prose">
              {heldBy.authorName}’s changeset <a href={changesetPath(heldBy.changesetId)}>{heldBy.changesetName}</a> holds it: until that is published or gives it back, it is changed there and nowhere else.
            </p>
            {holder !== null && <a href={rowPath(holder.id, kind, id, belongs)} className={MAIN_BUTTON}>Go on with it there</a>}
          </>
        ) : (
          <div className="grid gap-4">
            {choices.length > 0 && (
              <ul className="flex flex-wrap gap-2.5">
                {choices.map((changeset) => (
                  <li key={changeset.id}><a href={rowPath(changeset.id, kind, id, belongs)} className={`${QUIET_BUTTON} no-underline`}>Change it in “{changeset.name}”</a></li>
                ))}
              </ul>
            )}
            <details open={choices.length === 0}>
              <summary className="w-fit py-1">{choices.length === 0 ? 'Change it in a new changeset' : 'Or in a new one'}</summary>
              <div className="pt-2">
                <OpenChangeset suggestedName={`Change: ${withoutSlots(title)}`.slice(0, 120)} then={rowPath('{id}', kind, id, belongs)} submit="Open it and change the row" />
              </div>
            </details>
          </div>
        )}
      </Section>
      <Section title="Versions" count={versions.length}>
        <ol className="space-y-6">{versions.map((told) => <OneVersion key={told.version.revision} told={told} isFirst={told === versions.at(-1)} />)}</ol>
      </Section>
    </>
  );
}

function OneVersion({ told: { version, fields, author, sources }, isFirst }: { readonly told: ToldVersion; readonly isFirst: boolean }) {
  const { publishedIn, supersededIn, change, changeNote, changesetId, revision } = version;
  return (
    <li className={`border-s-2 ps-4 ${publishedIn === null ? 'border-accent' : 'border-rule-strong'}`}>
      <p>
        <span className="font-medium">{publishedIn === null ? 'Draft' : DONE[change]}</span>{' '}
        <span className="text-sm text-muted">
          version {revision}
          {publishedIn === null ? <> in <a href={changesetPath(changesetId)}>its changeset</a></> : <> in <a href={`/releases/${publishedIn}`}>release {publishedIn}</a></>}
          {supersededIn !== null && <>, until release {supersededIn}</>}
          {author !== null && ` · ${author.name}, ${momentLabel(new Date(author.at))}`}
        </span>
      </p>
      {changeNote !== null && <p className="max-w-prose font-serif">{changeNote}</p>}
      {isFirst ? <First fields={fields} /> : <CorrectionFields fields={fields} />}
      {sources.length > 0 && <ul className="mt-2 text-sm text-muted">{sources.map((source, at) => <li key={`${source} ${at}`} className="[overflow-wrap:anywhere]">{source}</li>)}</ul>}
    </li>
  );
}

/** The first version says everything, so nothing is struck through. */
function First({ fields }: { readonly fields: ToldVersion['fields'] }) {
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1 text-[0.9375rem] sm:grid-cols-[9rem_1fr]">
      {fields.filter(({ after }) => after !== '' && after !== 'none').map(({ name, after }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{fieldLabel(name)}</dt>
          <dd className="mb-1 [overflow-wrap:anywhere]">{withoutSlots(after)}</dd>
        </div>
      ))}
    </dl>
  );
}
