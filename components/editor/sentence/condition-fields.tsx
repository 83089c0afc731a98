'use client';

import type { Binding, Condition, Operator } from '@/domain/sentence';
import { SMALL_BUTTON } from '../buttons';
import { BOX } from '../forms/look';

interface ConditionFieldsProps {
  readonly bindings: readonly Binding[];
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
}

const OPERATORS: readonly (readonly [Operator, string])[] = [['>', 'is more than'], ['>=', 'is at least'], ['=', 'equals'], ['<=', 'is at most'], ['<', 'is less than']];
const NUMBER = '#number';

/** When the sentence is true: comparisons of its numbers with each other or with a fixed one. */
export function ConditionFields({ bindings, conditions, onChange }: ConditionFieldsProps) {
  const names = bindings.map(({ name }) => name).filter((name) => name !== '');
  const set = (at: number, condition: Condition) => onChange(conditions.map((one, index) => (index === at ? condition : one)));
  const remove = (at: number) => onChange(conditions.filter((_, index) => index !== at));
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-muted">It is shown only while every number has a value and all of this holds for certain: “at least 600” is never taken to be less than 700.</p>
      {conditions.map((condition, at) => (
        <div key={at} role="group" aria-label={`Condition ${at + 1}`} className="flex flex-wrap items-center gap-2">
          {condition.kind === 'present'
            ? <span className="min-w-0 flex-1">{condition.binding} has a value</span>
            : <Comparison at={at} condition={condition} names={names} onChange={(next) => set(at, next)} />}
          <button type="button" className={SMALL_BUTTON} onClick={() => remove(at)} aria-label={`Take out condition ${at + 1}`}>×</button>
        </div>
      ))}
      <button type="button" className={`${SMALL_BUTTON} self-start`} disabled={names.length === 0} onClick={() => onChange([...conditions, { kind: 'compare', left: names[0] ?? '', operator: '>', right: 0 }])}>Add a condition</button>
    </div>
  );
}

interface ComparisonProps {
  readonly at: number;
  readonly condition: Extract<Condition, { kind: 'compare' }>;
  readonly names: readonly string[];
  readonly onChange: (condition: Condition) => void;
}

function Comparison({ at, condition, names, onChange }: ComparisonProps) {
  const { left, operator, right } = condition;
  const select = `${BOX} w-auto! max-w-full`;
  return (
    <>
      <select aria-label={`Number of condition ${at + 1}`} value={left} onChange={(event) => onChange({ ...condition, left: event.target.value })} className={select}>
        {!names.includes(left) && <option value={left}>{left}</option>}
        {names.map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
      <select aria-label={`Comparison of condition ${at + 1}`} value={operator} onChange={(event) => onChange({ ...condition, operator: OPERATORS.find(([sign]) => sign === event.target.value)?.[0] ?? '>' })} className={select}>
        {OPERATORS.map(([sign, words]) => <option key={sign} value={sign}>{words}</option>)}
      </select>
      <select aria-label={`With what, condition ${at + 1}`} value={typeof right === 'number' ? NUMBER : right} onChange={(event) => onChange({ ...condition, right: event.target.value === NUMBER ? 0 : event.target.value })} className={select}>
        <option value={NUMBER}>the number</option>
        {names.filter((name) => name !== left).map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
      {typeof right === 'number' && <input type="number" aria-label={`Fixed number of condition ${at + 1}`} value={right} step="any" onChange={(event) => onChange({ ...condition, right: Number(event.target.value) || 0 })} className={`${BOX} w-24! tabular-nums`} />}
    </>
  );
}
