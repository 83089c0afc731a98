import { labelDay } from '@/domain/period';
import { matchAddress, writeAddress } from '@/lib/inputs/address';
import type { View, ViewParameter } from '@/lib/inputs/view';
import { AsOfFields, KeptFields } from './as-of-fields';
import { ShowButton } from './field';
import { ImmediateForm } from './immediate-form';

interface AsOfControlProps {
  /** The public path of the page, `/closures`. */
  readonly action: string;
  readonly view: View;
  /** The release shown. */
  readonly release: number;
  /** The parameters that the page uses, by default those of its address; all but day and release are kept as they are. */
  readonly uses?: readonly ViewParameter[];
}

const CLOCKS: readonly ViewParameter[] = ['asof', 'release'];

/** Which day and release a page speaks of, in one line that unfolds into a form to ask for another. Works without JavaScript. */
export function AsOfControl({ action, view, release, uses = matchAddress(action)?.uses ?? [] }: AsOfControlProps) {
  const hasVintage = uses.includes('asof');
  const isFixed = view.pinned || (hasVintage && view.asOf !== null);
  const kept = uses.filter((name) => !CLOCKS.includes(name));
  return (
    <div className={`flex flex-wrap items-start gap-x-4 border-y px-3 text-sm ${isFixed ? 'border-accent bg-accent-wash' : 'border-rule'}`}>
      <details className="group min-w-0 grow">
        <summary className="flex min-h-10 list-none flex-wrap items-center gap-x-2 py-1.5 [&::-webkit-details-marker]:hidden">
          <span aria-hidden="true" className="inline-block text-faint transition-transform group-open:rotate-90 rtl:-scale-x-100">▸</span>
          <span>
            {hasVintage && <>{view.asOf === null ? 'All that is known' : <>As known on <b>{labelDay(view.asOf)}</b></>}, </>}
            {view.pinned ? <>{hasVintage ? '' : 'As '}published in <b>release {release}</b></> : <>{hasVintage ? 'newest' : 'Newest'} release ({release})</>}
          </span>
          <span className="text-muted underline decoration-accent/50 underline-offset-4">{hasVintage ? 'Another day or release' : 'Another release'}</span>
        </summary>
        <ImmediateForm action={action} className="grid gap-x-5 gap-y-3 pt-1 pb-4 sm:grid-cols-[repeat(auto-fit,minmax(12rem,16rem))]">
          <AsOfFields view={view} release={release} uses={uses} />
          <KeptFields view={view} names={kept} />
          <div className="flex flex-wrap items-center gap-x-4 self-end">
            <ShowButton />
            <a href={writeAddress('/releases', { theme: view.theme }, null)} className="inline-flex min-h-10 items-center">All releases</a>
          </div>
        </ImmediateForm>
      </details>
      {isFixed && <a href={writeAddress(action, { ...view, asOf: null }, null)} className="inline-flex min-h-10 items-center">Back to the newest</a>}
    </div>
  );
}
