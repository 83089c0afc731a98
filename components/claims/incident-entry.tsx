import type { LossAccount } from '@/domain/chart/claim-accounts';
import { whenOf, whereOf } from '@/domain/chart/incident-definition';
import { listSome } from '@/domain/chart/wording';
import type { ClaimLens, Incident, Place } from '@/domain/claim';
import { AccountGrid } from './account-grid';

interface IncidentEntryProps {
  readonly incident: Incident;
  readonly places: readonly Place[];
  readonly accounts: readonly LossAccount[];
  readonly href: string;
  /** Where a figure's sources stand. */
  readonly hrefOf: (citations: readonly number[]) => string;
  readonly sides: readonly ClaimLens[];
  /** What to say where the view has no claim: nothing was said, or not by this side. */
  readonly silence: string;
}

/** One incident in the list: when, where, what set it off, and each side's figures beside each other. */
export function IncidentEntry({ incident, places, accounts, href, hrefOf, sides, silence }: IncidentEntryProps) {
  const { id, title, trigger, summary, isAggregate, status, changeNote, start } = incident;
  const isWithdrawn = status === 'withdrawn';
  // The dead first; other losses are a fold away, but where there is nothing else they stand open.
  const dead = accounts.filter(({ measure }) => measure === 'killed');
  const [first, rest] = dead.length === 0 ? [accounts, []] : [dead, accounts.filter(({ measure }) => measure !== 'killed')];
  const grid = { sides, hrefOf, earlierHref: `${href}#said`, year: start.slice(0, 4) };
  return (
    <li id={id} className="incident-entry">
      <p className="incident-when">
        <time dateTime={start}>{whenOf(incident)}</time>
        <span>{whereOf(incident, places)}</span>
        {isAggregate && <strong className="incident-overlaps">overlaps others</strong>}
      </p>
      <h3 className="incident-title">
        {isWithdrawn ? <del>{title}</del> : <a href={href}>{title}</a>}
      </h3>
      {isWithdrawn ? <p className="incident-trigger">Withdrawn{changeNote === null ? '' : `: ${changeNote}`}</p> : (
        <>
          <p className="incident-trigger">
            {isAggregate ? summary : trigger} <a className="incident-source" href={`${href}#event-source-1`} data-mark aria-label={`Source of this about: ${title}`}>source</a>
          </p>
          {accounts.length === 0 ? <p className="incident-silence">{silence}</p> : <AccountGrid accounts={first} {...grid} />}
          {rest.length > 0 && (
            <details className="more-accounts">
              <summary>Also: {listSome([...new Set(rest.map(({ name }) => name))], 3)}</summary>
              <AccountGrid accounts={rest} {...grid} />
            </details>
          )}
        </>
      )}
    </li>
  );
}
