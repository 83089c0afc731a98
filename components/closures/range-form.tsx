import type { Day } from '@/domain/period';
import type { Words } from '@/domain/words';
import { KeptFields } from '@/components/view/as-of-fields';
import { Field, FIELD, ShowButton } from '@/components/view/field';
import { ImmediateForm } from '@/components/view/immediate-form';
import { type Kept, writeAddress } from '@/lib/inputs/address';
import { joinLanguage } from '@/lib/inputs/language-path';
import { ALLOWED, type View } from '@/lib/inputs/view';

interface RangeFormProps {
  readonly action: string;
  readonly view: View;
  readonly pin: Kept;
  readonly words: Words;
  /** First and last day of the record, and where the drawing begins by itself. */
  readonly reach: { readonly first: Day; readonly last: Day; readonly opening: Day };
}

/** Which days are drawn: ready-made spans as links, and a form for any other. Works without JavaScript. */
export function RangeForm({ action, view, pin, reach, words }: RangeFormProps) {
  const lastYear = Number(reach.last.slice(0, 4));
  const spans = [
    { label: `Since ${reach.opening.slice(0, 4)}`, from: null },
    { label: `The whole record, since ${reach.first.slice(0, 4)}`, from: reach.first },
    { label: `Since October ${lastYear - 1}`, from: `${lastYear - 1}-10-01` },
  ].filter(({ from }) => from === null || (from !== reach.opening && from >= reach.first && reach.first < reach.opening));
  return (
    <div className="mb-8 grid gap-x-8 gap-y-3 border-y border-rule py-3 text-sm lg:grid-cols-[1fr_auto]">
      <ul className="flex flex-wrap items-center gap-x-5">
        {spans.map(({ label, from }) => {
          const isShown = view.from === from && view.to === null;
          return (
            <li key={label}>
              <a href={writeAddress(action, { ...view, from, to: null }, pin)} aria-current={isShown ? 'true' : undefined} className="inline-flex min-h-10 items-center aria-[current]:font-semibold aria-[current]:no-underline">{label}</a>
            </li>
          );
        })}
      </ul>
      <ImmediateForm action={joinLanguage(view.language, action)} className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <Field id="from" label="From"><input id="from" name="from" defaultValue={view.from ?? ''} placeholder={reach.opening.slice(0, 4)} title={ALLOWED.from} className={`${FIELD} max-w-36`} /></Field>
        <Field id="to" label="To"><input id="to" name="to" defaultValue={view.to ?? ''} placeholder={reach.last.slice(0, 7)} title={ALLOWED.to} className={`${FIELD} max-w-36`} /></Field>
        {pin.release !== null && <input type="hidden" name="release" value={pin.release} />}
        <KeptFields view={view} names={['asof', 'theme', 'digits']} />
        <ShowButton words={words} />
      </ImmediateForm>
    </div>
  );
}
