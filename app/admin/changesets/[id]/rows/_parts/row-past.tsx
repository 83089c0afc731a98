import { fieldLabel } from '@/components/layout/correction-fields';
import type { PastVersion } from '@/lib/reads/desk/row-past';
import { Section } from '../../../../_parts/section';

const WORDS = { add: 'Added', update: 'Updated', correct: 'Corrected', withdraw: 'Withdrawn' } as const;

/** Every version that readers ever had, newest first. */
export function RowPast({ past }: { readonly past: readonly PastVersion[] }) {
  return (
    <div className="mt-14">
      <Section title="History" count={past.length}>
        <ol className="flex flex-col gap-4">
          {past.map(({ revision, release, change, changeNote, fields }) => (
            <li key={revision} className="border-s-2 border-rule-strong ps-4">
              <p><b className="font-medium">{WORDS[change]}</b> in <a href={`/releases/${release}`}>release {release}</a>{changeNote !== null && <>: {changeNote}</>}</p>
              {fields.length > 0 && (
                <dl className="mt-1 grid gap-x-4 text-sm sm:grid-cols-[11rem_1fr]">
                  {fields.map(({ name, before, after }) => (
                    <div key={name} className="contents">
                      <dt className="text-muted">{fieldLabel(name)}</dt>
                      <dd className="mb-1 [overflow-wrap:anywhere]"><del className="text-muted decoration-accent"><span className="sr-only">was: </span>{before}</del> <span aria-hidden="true" className="text-accent">→</span> <ins className="no-underline"><span className="sr-only">became: </span>{after}</ins></dd>
                    </div>
                  ))}
                </dl>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
