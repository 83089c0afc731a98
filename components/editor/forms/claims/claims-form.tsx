'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Claim, Incident, Place } from '@/domain/claim';
import type { RowContents } from '@/domain/draft';
import { idFrom } from '@/domain/row-id';
import { MAIN_BUTTON, SMALL_BUTTON } from '../../buttons';
import { KeptOffer } from '../../kept-offer';
import type { CitableSource } from '../../new-sources';
import { postJson } from '../../post-json';
import { SaveNotice } from '../../save-notice';
import { useKept } from '../../use-kept';
import { useSaveRows } from '../../use-save-rows';
import { ClaimsLook } from '../row-look';
import { ClaimBoxes } from './claim-boxes';
import { lineOf, nextLine, readLine, rowsOf, type ClaimLine, type LineFaults, type LineStart } from './claim-line';

export interface Claimant {
  readonly id: string;
  readonly label: string;
  readonly lens: Claim['lens'];
  /** How pages have worded it so far, the most usual first. */
  readonly wordings: readonly string[];
}

export interface ClaimsFormProps {
  readonly changesetId: string;
  readonly person: string;
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly claims: readonly LineStart[];
  readonly published: Readonly<Record<string, RowContents['claim']>>;
  readonly claimants: readonly Claimant[];
  /** Codes of whose losses, by name. */
  readonly losses: Readonly<Record<string, string>>;
  readonly takenIds: readonly string[];
  readonly sources: readonly CitableSource[];
  readonly closed: string | null;
  /** The claim that was asked for. */
  readonly asked: string | null;
}

/** Who says what about one incident: a line a claim, all saved at once, and the chart of them as readers will see it. Nothing is added up. */
export function ClaimsForm(props: ClaimsFormProps) {
  const { changesetId, person, incident, places, claims, published, claimants, losses, takenIds, sources, closed, asked } = props;
  const router = useRouter();
  const first = useMemo(() => (claims.length === 0 && closed === null ? [nextLine('new-1', undefined)] : claims.map(lineOf)), [claims, closed]);
  const kept = useKept<readonly ClaimLine[]>(person, `${changesetId}:claims:${incident.id}`, first);
  const { value: lines, set } = kept;
  const [faults, setFaults] = useState<Readonly<Record<string, LineFaults>>>({});
  const [attempts, setAttempts] = useState(0);
  const [said, setSaid] = useState('');
  const focus = useRef<string | null>(asked === 'new' ? null : asked);
  const form = useRef<HTMLFormElement>(null);
  const codeOf = (name: string) => losses[name] ?? idFrom(name);
  const saving = useSaveRows({
    changesetId,
    onSaved: (saved) => {
      kept.forget();
      setSaid(`${saved.length === 1 ? 'One claim is' : `${saved.length} claims are`} saved as drafts.`);
      router.refresh();
    },
    onTheirs: () => {
      kept.forget();
      router.refresh();
    },
  });

  useEffect(() => {
    if (focus.current === null) return;
    form.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(focus.current)}"] select`)?.focus();
    focus.current = null;
  });
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const change = (key: string, part: Partial<ClaimLine>) => {
    set((before) => before.map((line) => (line.key === key ? { ...line, ...part, isTouched: true } : line)));
    setSaid('');
    setFaults((before) => (before[key] === undefined ? before : { ...before, [key]: Object.fromEntries(Object.entries(before[key]).filter(([box]) => !(box in part))) }));
  };

  function add(after?: string) {
    const at = after === undefined ? lines.length - 1 : lines.findIndex(({ key }) => key === after);
    const key = `new-${Math.max(0, ...lines.map((line) => Number(/^new-(\d+)$/.exec(line.key)?.[1] ?? 0))) + 1}`;
    focus.current = key;
    set([...lines.slice(0, at + 1), nextLine(key, lines[at]), ...lines.slice(at + 1)]);
  }

  async function remove(line: ClaimLine) {
    if (line.id === '') return set(lines.filter(({ key }) => key !== line.key));
    const answer = await postJson(`/api/admin/changesets/${encodeURIComponent(changesetId)}/discard`, { kind: 'claim', rowId: line.id, expectedRevision: line.revision });
    setSaid(answer.ok ? 'The draft is thrown away.' : answer.problem.title);
    if (answer.ok) router.refresh();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const touched = lines.filter(({ isTouched }) => isTouched).map((line) => ({ line, ...readLine(line, incident.id, codeOf) }));
    const wrong = Object.fromEntries(touched.filter(({ content }) => content === null).map(({ line, faults: found }) => [line.key, found]));
    setFaults(wrong);
    setAttempts(attempts + 1);
    if (touched.length === 0) return setSaid('Nothing was changed.');
    if (Object.keys(wrong).length > 0) return;
    const ready = touched.flatMap(({ line, content }) => (content === null ? [] : [{ line, content }]));
    await saving.save(rowsOf(ready, takenIds, (id) => published[id] ?? null));
  }

  function press(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    add((event.target as HTMLElement).closest<HTMLElement>('[data-line]')?.dataset.line);
  }

  const drawn = lines.flatMap((line): Claim[] => {
    const { content } = readLine(line, incident.id, codeOf);
    const status = line.change === 'withdraw' ? 'withdrawn' : 'current';
    return content === null ? [] : [{ id: line.key, revision: 1, publishedIn: 1, change: 'add', changeNote: null, status, citations: [], ...content }];
  });
  const wrongLines = Object.values(faults).filter((found) => Object.keys(found).length > 0).length;
  const unsaved = lines.filter(({ isTouched }) => isTouched).length;
  return (
    <form ref={form} onSubmit={(event) => void save(event)} onKeyDown={press} noValidate lang="en">
      <KeptOffer kept={kept} />
      <ol className="flex flex-col xl:-mx-20" aria-label="Claims">
        {lines.map((line, at) => (
          <ClaimBoxes
            key={line.key} line={line} number={at + 1} faults={faults[line.key] ?? {}} troubles={saving.troubles.filter(({ id }) => id === line.id && id !== '')} claimants={claimants} losses={Object.keys(losses)}
            sources={sources} changesetId={changesetId} isLocked={closed !== null} onChange={(part) => change(line.key, part)} onRemove={line.isPublished ? null : () => void remove(line)}
          />
        ))}
      </ol>
      {lines.length === 0 && <p className="py-4 text-muted">Nobody has said anything about losses yet, as far as the ledger knows.</p>}
      <div className="mt-4 flex flex-wrap items-center gap-3 xl:-mx-20">
        <button type="button" className={SMALL_BUTTON} disabled={closed !== null} onClick={() => add()}>Add a line</button>
        <span className="text-sm text-muted">or Ctrl + Enter in any line: the new one begins with its claimant, day and sources.</span>
      </div>
      <div className="sticky bottom-0 z-10 mt-6 xl:-mx-20 flex flex-col gap-3 border-t border-rule bg-paper py-3">
        <SaveNotice saving={saving} />
        {wrongLines > 0 && <p role="alert" className="text-sm font-medium text-accent-strong">{wrongLines === 1 ? 'One line needs another look' : `${wrongLines} lines need another look`}. Nothing was saved yet.</p>}
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className={MAIN_BUTTON} disabled={closed !== null || saving.isSaving}>{saving.isSaving ? 'Saving…' : 'Save all lines'}</button>
          <span role="status" className="text-sm text-muted">{said !== '' ? said : closed ?? (unsaved === 0 ? 'Everything here is saved.' : `${unsaved === 1 ? 'One line is' : `${unsaved} lines are`} not saved yet.`)}</span>
        </div>
      </div>
      <section aria-labelledby="claims-look" className="mt-10">
        <h2 id="claims-look" className="mb-1 border-b border-rule pb-1 text-xl">As readers will see it</h2>
        <p className="mb-4 text-sm text-muted">Each claim is one mark, grouped by whose losses it speaks of. Claims are never added up: two claimants may speak of the same dead.</p>
        {drawn.length === 0 ? <p className="text-sm text-muted">The chart is drawn as soon as one line is complete.</p> : <ClaimsLook incident={incident} places={places} claims={drawn} />}
      </section>
    </form>
  );
}
