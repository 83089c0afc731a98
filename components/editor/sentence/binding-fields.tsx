'use client';

import type { BuilderStock } from '@/domain/chart/builder-stock';
import { labelDay } from '@/domain/period';
import type { Binding } from '@/domain/sentence';
import type { TriedBinding } from '@/domain/sentence-trial';
import { SMALL_BUTTON } from '../buttons';
import { Choice } from '../chart-builder/choice';
import { FieldFrame } from '../forms/field-frame';
import { BOX } from '../forms/look';
import { CellFields } from './cell-fields';
import { BINDING_WORDS, type BindingKind, blankBinding, nameFrom } from './sentence-draft';

interface BindingFieldsProps {
  readonly at: number;
  readonly binding: Binding;
  readonly all: readonly Binding[];
  readonly stock: BuilderStock;
  readonly tryPath: string;
  readonly tried: TriedBinding | null;
  /** Neither the text nor another number uses it. */
  readonly isUnused: boolean;
  readonly fault?: string;
  readonly onChange: (binding: Binding) => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

const KINDS = Object.keys(BINDING_WORDS) as BindingKind[];

/** One number of a sentence: its name, where it comes from, and what it is now. */
export function BindingFields({ at, binding, all, stock, tryPath, tried, isUnused, fault, onChange, onRename, onRemove }: BindingFieldsProps) {
  const id = `binding-${at}`;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-sm border border-rule bg-raised p-3">
      <legend className="sr-only">Number {at + 1}: {binding.name}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <FieldFrame id={`${id}-name`} label="Name" fault={fault}>
          <input id={`${id}-name`} value={binding.name} onChange={(event) => onRename(nameFrom(event.target.value))} aria-invalid={fault !== undefined || undefined} className={`${BOX} font-mono text-sm`} dir="ltr" autoComplete="off" spellCheck={false} />
        </FieldFrame>
        <FieldFrame id={`${id}-kind`} label="Stands for">
          <select id={`${id}-kind`} value={binding.kind} onChange={(event) => onChange(blankBinding(KINDS.find((kind) => kind === event.target.value) ?? 'cell', binding.name))} className={BOX}>
            {KINDS.map((kind) => <option key={kind} value={kind}>{BINDING_WORDS[kind]}</option>)}
          </select>
        </FieldFrame>
      </div>
      <Operands id={id} binding={binding} all={all} stock={stock} tryPath={tryPath} onChange={onChange} />
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 text-sm" data-tried={binding.name}>
          {tried?.text != null && <p><b className="text-base font-semibold tabular-nums">{tried.text}</b>{tried.sources.length > 0 && <span className="text-muted"> {tried.sources[0]}{tried.sources.length > 1 && ` and ${tried.sources.length - 1} more`}</span>}</p>}
          {tried?.reason != null && <p className="font-medium text-accent-strong">No value: {tried.reason.split(' Instead:')[0]}</p>}
          {isUnused && <p className="text-muted">Nothing uses it yet: write {`{${binding.name}}`} in the text.</p>}
        </div>
        <button type="button" className={SMALL_BUTTON} onClick={onRemove} aria-label={`Take out: ${binding.name}`}>Take out</button>
      </div>
    </fieldset>
  );
}

function Operands({ id, binding, all, stock, tryPath, onChange }: Pick<BindingFieldsProps, 'binding' | 'all' | 'stock' | 'tryPath' | 'onChange'> & { readonly id: string }) {
  // Only figures and their sums are reckoned with, and nothing with itself.
  const operands = all.filter((one) => one.name !== binding.name && (one.kind === 'cell' || one.kind === 'sum'));
  const choose = (field: string, label: string, value: string, take: (name: string) => void) => (
    <FieldFrame id={`${id}-${field}`} label={label}>
      <select id={`${id}-${field}`} value={value} onChange={(event) => take(event.target.value)} className={BOX}>
        <option value="">choose one</option>
        {operands.map(({ name }) => <option key={name} value={name}>{name}</option>)}
      </select>
    </FieldFrame>
  );
  switch (binding.kind) {
    case 'cell':
      return <CellFields id={id} binding={binding} stock={stock} tryPath={tryPath} onChange={onChange} />;
    case 'change-percent':
      return <div className="grid gap-3 sm:grid-cols-2">{choose('from', 'From', binding.from, (from) => onChange({ ...binding, from }))}{choose('to', 'To', binding.to, (to) => onChange({ ...binding, to }))}</div>;
    case 'ratio':
      return <div className="grid gap-3 sm:grid-cols-2">{choose('of', 'Of', binding.of, (of) => onChange({ ...binding, of }))}{choose('over', 'To', binding.to, (to) => onChange({ ...binding, to }))}</div>;
    case 'sum':
      return (
        <FieldFrame id={`${id}-sum`} label="Of" help="Periods of one series that share no day; nothing else is added up." isGroup>
          {operands.map(({ name }) => (
            <Choice key={name} type="checkbox" name={`${id}-sum`} isChecked={binding.of.includes(name)} onChange={(isTaken) => onChange({ ...binding, of: isTaken ? [...binding.of, name] : binding.of.filter((other) => other !== name) })}>{name}</Choice>
          ))}
        </FieldFrame>
      );
    case 'claim': return <ClaimFields id={id} binding={binding} stock={stock} onChange={onChange} />;
    case 'closure-days':
      return (
        <FieldFrame id={`${id}-closure`} label="Closure">
          <select
            id={`${id}-closure`} value={binding.closureId} className={BOX}
            onChange={(event) => {
              const closure = stock.closures.find((one) => one.id === event.target.value);
              onChange({ ...binding, closureId: event.target.value, crossingId: closure?.crossingId ?? '', lane: closure?.lane ?? 'trade' });
            }}
          >
            <option value="">choose one</option>
            {stock.crossings.map((crossing) => (
              <optgroup key={crossing.id} label={crossing.name}>
                {stock.closures.filter(({ crossingId }) => crossingId === crossing.id).map((closure) => <option key={closure.id} value={closure.id}>{closure.label}</option>)}
              </optgroup>
            ))}
          </select>
        </FieldFrame>
      );
  }
}

function ClaimFields({ id, binding, stock, onChange }: { readonly id: string; readonly binding: Extract<Binding, { kind: 'claim' }>; readonly stock: BuilderStock; readonly onChange: (binding: Binding) => void }) {
  return (
    <FieldFrame id={`${id}-claim`} label="Claim">
      <select id={`${id}-claim`} value={binding.claimId} onChange={(event) => onChange({ ...binding, claimId: event.target.value })} className={BOX}>
        <option value="">choose one</option>
        {stock.incidents.filter(({ measures }) => measures.length > 0).map((incident) => (
          <optgroup key={incident.id} label={`${labelDay(incident.start)}: ${incident.title}`}>
            {stock.claims.filter(({ incidentId }) => incidentId === incident.id).map((claim) => <option key={claim.id} value={claim.id}>{claim.label}</option>)}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
