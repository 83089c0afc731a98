import type { ReactNode } from 'react';
import { ALLOWED, type View } from '@/lib/inputs/view';

interface ViewFormProps {
  readonly action: string;
  readonly view: View;
  readonly release: number;
  /** Charts on a time axis can be narrowed. */
  readonly hasPeriods: boolean;
  readonly hasLens: boolean;
}

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 text-base text-ink';

/** A plain form that asks for the same chart as of a day, as of a release, or for a part of it. Works without JavaScript. */
export function ViewForm({ action, view, release, hasPeriods, hasLens }: ViewFormProps) {
  return (
    <form method="get" action={action} className="flex flex-wrap items-end gap-x-5 gap-y-4 border-y border-rule bg-sunk px-4 py-5 text-sm">
      <Field id="asof" label="As the sources had reported by">
        <input id="asof" name="asof" type="date" min="2000-01-01" defaultValue={view.asOf ?? ''} className={FIELD} />
      </Field>
      <Field id="release" label="As we had published in release">
        <input id="release" name="release" type="number" min={1} inputMode="numeric" placeholder={`newest: ${release}`} defaultValue={view.pinned ? release : ''} className={FIELD} />
      </Field>
      {hasPeriods && (
        <>
          <Field id="from" label="From">
            <input id="from" name="from" placeholder="2024-Q1" title={ALLOWED.from} defaultValue={view.from ?? ''} className={FIELD} />
          </Field>
          <Field id="to" label="To">
            <input id="to" name="to" placeholder="2025-Q3" title={ALLOWED.to} defaultValue={view.to ?? ''} className={FIELD} />
          </Field>
        </>
      )}
      {hasLens && (
        <Field id="lens" label="Whose account">
          <select id="lens" name="lens" defaultValue={view.lens} className={FIELD}>
            <option value="all">Everybody’s</option>
            <option value="pakistan">Pakistan’s</option>
            <option value="taliban">The Taliban’s</option>
            <option value="independent">Independent ones</option>
          </select>
        </Field>
      )}
      {view.series.length > 0 && <input type="hidden" name="series" value={view.series.join(',')} />}
      {view.table && <input type="hidden" name="table" value="1" />}
      {view.theme && <input type="hidden" name="theme" value={view.theme} />}
      <button type="submit" className="min-h-10 rounded-sm border border-ink bg-ink px-5 font-medium text-paper hover:border-accent hover:bg-accent">
        Show
      </button>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-44 flex-1">
      <label htmlFor={id} className="text-muted">{label}</label>
      {children}
    </div>
  );
}
