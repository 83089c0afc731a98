import type { Words } from '@/domain/words';
import type { View, ViewParameter } from '@/lib/inputs/view';
import { Field, FIELD } from './field';

interface AsOfFieldsProps {
  readonly view: View;
  readonly release: number;
  readonly uses: readonly ViewParameter[];
  readonly words: Words;
}

/** The two clocks: the day by which the sources had reported, and the release by which we had published. */
export function AsOfFields({ view, release, uses, words }: AsOfFieldsProps) {
  return (
    <>
      {uses.includes('asof') && (
        <Field id="asof" label={words.say('view.field.asOf')}>
          <input id="asof" name="asof" type="date" min="2000-01-01" defaultValue={view.asOf ?? ''} className={FIELD} />
        </Field>
      )}
      {uses.includes('release') && (
        <Field id="release" label={words.say('view.field.release')}>
          <input
            id="release" name="release" type="number" min={1} step={1} inputMode="numeric" placeholder={view.pinned ? words.say('view.field.newest') : words.say('view.field.newestNumbered', { release: words.ordinal(release) })}
            defaultValue={view.pinned ? release : ''} className={FIELD}
          />
        </Field>
      )}
    </>
  );
}

/** What the form does not ask for and the next view keeps. */
export function KeptFields({ view, names }: { readonly view: View; readonly names: readonly ViewParameter[] }) {
  const values: Partial<Record<ViewParameter, string | null>> = {
    asof: view.asOf, from: view.from, to: view.to, series: view.series.length > 0 ? view.series.join(',') : null, breakdown: view.breakdown,
    lens: view.lens === 'all' ? null : view.lens, table: view.table ? '1' : null, theme: view.theme, digits: view.digits,
  };
  return names.map((name) => values[name] && <input key={name} type="hidden" name={name} value={values[name]} />);
}
