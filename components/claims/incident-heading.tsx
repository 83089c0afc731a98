import { whenOf, whereOf } from '@/domain/chart/incident-definition';
import type { Incident, Place } from '@/domain/claim';

interface IncidentHeadingProps {
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly listHref: string;
  /** On a vintage day before it happened: then nothing is told of it. */
  readonly isHidden: boolean;
}

/** What happened, as far as it is not disputed: when, where, what set it off. Its sources stand at the foot of the page. */
export function IncidentHeading({ incident, places, listHref, isHidden }: IncidentHeadingProps) {
  const { title, trigger, summary, isAggregate, status, changeNote } = incident;
  const words = isAggregate ? [summary] : [trigger, summary];
  return (
    <div className="max-w-3xl pt-8 pb-6 sm:pt-12">
      <p className="incident-when">
        <a href={listHref}>Incidents</a>
        <time dateTime={incident.start}>{whenOf(incident)}</time>
        <span>{whereOf(incident, places)}</span>
      </p>
      <h1 className="mt-2 text-3xl sm:text-[2.625rem]">{status === 'withdrawn' ? <del>{title}</del> : title}</h1>
      {isAggregate && <p className="mt-3"><strong className="incident-overlaps">overlaps others: never added to incidents or to other totals</strong></p>}
      {status === 'withdrawn' && <p className="mt-3 text-accent">Withdrawn{changeNote === null ? '.' : `: ${changeNote}`}</p>}
      {!isHidden && (
        <p className="mt-4 font-serif text-lg leading-relaxed text-muted sm:text-xl">
          {words.filter((text) => text !== '').join(' ')}{' '}
          {incident.citations.length > 0 && <a className="incident-source font-sans" href="#event-source-1" data-mark>source</a>}
        </p>
      )}
    </div>
  );
}
