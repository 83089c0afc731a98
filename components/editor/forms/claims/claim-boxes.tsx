'use client';

import { useId, useState, type ReactNode } from 'react';
import { printClaim } from '@/domain/claim';
import { parseTypedFigure } from '@/domain/claim-entry';
import { SMALL_BUTTON } from '../../buttons';
import { CitationsField } from '../../citations-field';
import type { CitableSource } from '../../new-sources';
import type { RowTrouble } from '../../row-troubles';
import { ChangeChoice } from '../change-choice';
import { LENS_CHOICES } from '../counting-fields';
import { SMALL_BOX } from '../look';
import type { ClaimLine, LineFaults } from './claim-line';
import type { Claimant } from './claims-form';

const MEASURES = [['killed', 'Killed'], ['wounded', 'Wounded'], ['captured', 'Captured'], ['posts-seized', 'Posts seized'], ['other', 'Other']] as const;
const STANCES = [['claims', 'claims'], ['admits', 'admits'], ['denies', 'denies']] as const;

interface ClaimBoxesProps {
  readonly line: ClaimLine;
  readonly number: number;
  readonly faults: LineFaults;
  readonly troubles: readonly RowTrouble[];
  readonly claimants: readonly Claimant[];
  readonly losses: readonly string[];
  readonly sources: readonly CitableSource[];
  readonly changesetId: string;
  readonly isLocked: boolean;
  readonly onChange: (part: Partial<ClaimLine>) => void;
  /** Null where only a withdrawal takes it away. */
  readonly onRemove: (() => void) | null;
}

/** One claim: who, of whose losses, what, how many, how, when; its sources and the rest are a fold away. */
export function ClaimBoxes({ line, number, faults, troubles, claimants, losses, sources, changesetId, isLocked, onChange, onRemove }: ClaimBoxesProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isWithdrawal = line.change === 'withdraw' && line.isPublished;
  const isStill = isLocked || isWithdrawal;
  const claimant = claimants.find((one) => one.id === line.claimantId);
  const saysOf = (box: string) => faults[box] ?? troubles.find(({ field }) => field === box)?.message;
  const control = (box: string) => ({ id: `${id}-${box}`, disabled: isStill, 'aria-invalid': saysOf(box) !== undefined || undefined, 'aria-describedby': saysOf(box) === undefined ? undefined : `${id}-${box}-fault`, className: SMALL_BOX });
  const needsNote = line.measure === 'other';
  const hasHidden = ['measureNote', 'changeNote', 'note'].some((box) => faults[box] !== undefined) || troubles.some(({ field }) => field?.startsWith('citations'));
  const [first] = line.citations;
  const source = sources.find((one) => one.id === first?.sourceId);
  const more = line.citations.length - 1;

  const box = (name: string, label: string, children: ReactNode, isInHead = false) => (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={`${id}-${name}`} className={`text-sm text-muted ${isInHead && number > 1 ? 'xl:sr-only' : ''}`}>{label}</label>
      {children}
      {saysOf(name) !== undefined && <p id={`${id}-${name}-fault`} className="text-sm font-medium text-accent-strong">{saysOf(name)}</p>}
    </div>
  );

  function chooseClaimant(next: string) {
    const chosen = claimants.find((one) => one.id === next);
    const wasUsual = line.claimantAs === '' || claimant?.wordings.includes(line.claimantAs) || line.claimantAs === claimant?.label;
    onChange({ claimantId: next, ...(chosen !== undefined && { lens: chosen.lens, ...(wasUsual && { claimantAs: chosen.wordings[0] ?? chosen.label }) }) });
  }

  return (
    <li data-line={line.key} className={`border-t border-rule py-4 first:border-t-2 first:border-rule-strong ${line.isTouched ? 'border-s-4 border-s-accent ps-3' : 'ps-0'}`}>
      <fieldset className="min-w-0">
        <legend className="sr-only">Claim {number}{line.claimantAs === '' ? '' : `, ${line.claimantAs}`}</legend>
        <div className="grid grid-cols-2 gap-x-3 gap-y-3 sm:grid-cols-4 xl:grid-cols-[1.5fr_1.5fr_1.4fr_1fr_1fr_0.9fr_1fr]">
          {box('claimantId', 'Who says it', (
            <select {...control('claimantId')} value={line.claimantId} onChange={({ target }) => chooseClaimant(target.value)}>
              <option value="">Choose…</option>
              {claimants.map((one) => <option key={one.id} value={one.id}>{one.label}</option>)}
            </select>
          ), true)}
          {box('claimantAs', 'As worded', <><input {...control('claimantAs')} value={line.claimantAs} list={`${id}-wordings`} autoComplete="off" onChange={({ target }) => onChange({ claimantAs: target.value })} /><datalist id={`${id}-wordings`}>{(claimant?.wordings ?? []).map((one) => <option key={one} value={one} />)}</datalist></>, true)}
          {box('lossesOfName', 'Whose losses', <><input {...control('lossesOfName')} value={line.lossesOfName} list={`${id}-losses`} autoComplete="off" onChange={({ target }) => onChange({ lossesOfName: target.value })} /><datalist id={`${id}-losses`}>{losses.map((one) => <option key={one} value={one} />)}</datalist></>, true)}
          {box('measure', 'What', <select {...control('measure')} value={line.measure} onChange={({ target }) => onChange({ measure: target.value as ClaimLine['measure'] })}>{MEASURES.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select>, true)}
          {box('figure', 'How many', <><input {...control('figure')} value={line.figure} autoComplete="off" placeholder="58 · >200 · 15–20" onChange={({ target }) => onChange({ figure: target.value })} /><Echo line={line} /></>, true)}
          {box('stance', 'It', <select {...control('stance')} value={line.stance} onChange={({ target }) => onChange({ stance: target.value as ClaimLine['stance'] })}>{STANCES.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select>, true)}
          {box('saidOn', 'Said on', <input {...control('saidOn')} value={line.saidOn} autoComplete="off" placeholder="2025-10-12" onChange={({ target }) => onChange({ saidOn: target.value })} />, true)}
        </div>
        {needsNote && <div className="mt-3 max-w-md">{box('measureNote', 'What is measured', <input {...control('measureNote')} value={line.measureNote} onChange={({ target }) => onChange({ measureNote: target.value })} />)}</div>}
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <button type="button" aria-expanded={isOpen || hasHidden} className={SMALL_BUTTON} onClick={() => setOpen(!isOpen)}>
            {line.citations.length === 0 ? 'Sources and more' : `${source?.publisher ?? 'Source'}${more > 0 ? ` and ${more} more` : ''}`}<span className="sr-only"> of claim {number}</span>
          </button>
          {line.citations.length === 0 && <span className="text-accent-strong">no source yet</span>}
          {isWithdrawal && <span>withdrawn</span>}
          {line.note !== '' && <span className="min-w-0 truncate text-muted">{line.note}</span>}
          {onRemove !== null && <button type="button" className={`${SMALL_BUTTON} ms-auto`} disabled={isLocked} onClick={onRemove}>{line.id === '' ? 'Take out' : 'Throw the draft away'}<span className="sr-only">: claim {number}</span></button>}
        </div>
        {(isOpen || hasHidden) && (
          <div className="mt-4 grid gap-5 border-s-2 border-rule ps-4 lg:grid-cols-2">
            <CitationsField changesetId={changesetId} value={line.citations} sources={sources} troubles={troubles} legend={`Sources of claim ${number}`} onChange={(citations) => onChange({ citations })} />
            <div className="flex flex-col gap-4">
              {box('lens', 'On whose account readers see it', <select {...control('lens')} value={line.lens} onChange={({ target }) => onChange({ lens: target.value as ClaimLine['lens'] })}>{LENS_CHOICES.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}</select>)}
              <label className="flex items-start gap-2.5"><input type="checkbox" className="mt-1.5 accent-(--accent)" disabled={isStill} checked={line.isCumulative} onChange={({ target }) => onChange({ isCumulative: target.checked })} /><span>A running total: a later figure of the same claimant replaces it</span></label>
              {!needsNote && box('measureNote', 'Note on what is measured (may stay blank)', <input {...control('measureNote')} value={line.measureNote} onChange={({ target }) => onChange({ measureNote: target.value })} />)}
              {box('note', 'Note (may stay blank)', <textarea {...control('note')} rows={2} value={line.note} onChange={({ target }) => onChange({ note: target.value })} />)}
              <LineChange line={line} isLocked={isLocked} fault={saysOf('changeNote')} onChange={onChange} />
            </div>
          </div>
        )}
      </fieldset>
    </li>
  );
}

function LineChange({ line, isLocked, fault, onChange }: { readonly line: ClaimLine; readonly isLocked: boolean; readonly fault?: string; readonly onChange: ClaimBoxesProps['onChange'] }) {
  return <ChangeChoice change={line.change} note={line.changeNote} isNew={!line.isPublished} isLocked={isLocked} fault={fault} onChange={(change, changeNote) => onChange({ change, changeNote })} />;
}

/** What the ledger understood, where it is not just the number. */
function Echo({ line }: { readonly line: ClaimLine }) {
  const read = parseTypedFigure(line.figure);
  if (!read.ok || /^\d+$/.test(line.figure.trim())) return null;
  return <p className="text-sm text-muted">{printClaim({ ...read.value, stance: line.stance })}</p>;
}
