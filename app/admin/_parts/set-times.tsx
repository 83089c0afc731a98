import type { Schedule } from '@/db/queries/find-schedules';
import { changesetPath } from '@/lib/inputs/desk-links';
import { Section } from './section';
import { ShownMoment } from './shown-moment';

/** What is published at a set time, and what was not published at its time, with the reason. Nothing where there is neither. */
export function SetTimes({ schedules }: { readonly schedules: readonly Schedule[] }) {
  if (schedules.length === 0) return null;
  return (
    <Section title="Set times" count={schedules.length}>
      <ul className="space-y-3">
        {schedules.map(({ id, changesetId, state, title, dueAt, failure }) => (
          <li key={id} className={`border-s-4 px-4 py-2 ${state === 'failed' ? 'border-accent bg-accent-wash' : 'border-rule-strong bg-sunk'}`}>
            <a href={changesetPath(changesetId, 'publish')}>{title}</a>{' '}
            {state === 'failed'
              ? <>was not published at <ShownMoment at={new Date(dueAt)} />: {failure?.message}</>
              : <>is published at <ShownMoment at={new Date(dueAt)} /></>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
