import { PostButton } from '@/components/review/post-button';
import type { Schedule } from '@/db/queries/find-schedules';
import { Section } from '../../../_parts/section';
import { ShownMoment } from '../../../_parts/shown-moment';

interface SchedulesProps {
  readonly schedules: readonly Schedule[];
  readonly changesetId: string;
  readonly isApproved: boolean;
}

/** What is set to be published at a time, and what became of earlier times. */
export function Schedules({ schedules, changesetId, isApproved }: SchedulesProps) {
  const shown = schedules.filter(({ state }) => state === 'waiting' || state === 'failed');
  if (shown.length === 0) return null;
  return (
    <Section title="Set times" id="times">
      <ul className="space-y-4">
        {shown.map(({ id, state, dueAt, setBy, title, failure }) => (
          <li key={id} className={`border-s-4 px-4 py-2 ${state === 'failed' ? 'border-accent bg-accent-wash' : 'border-rule-strong bg-sunk'}`}>
            {state === 'waiting' ? (
              <>
                <p>“{title}” is published at <ShownMoment at={new Date(dueAt)} />, set by {setBy.name}. Until then it is under embargo.</p>
                {!isApproved && <p className="mt-1 text-accent">It is not approved any more: as it is now, it will not be published then.</p>}
                <p className="mt-2"><PostButton path={`/api/admin/changesets/${changesetId}/cancel-schedule`} label="Take the time back" /></p>
              </>
            ) : (
              <p>It was not published at <ShownMoment at={new Date(dueAt)} />: {failure?.message} Nothing of it was published.</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
