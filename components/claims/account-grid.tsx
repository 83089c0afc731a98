import type { AccountFigure, ClaimantAccount, LossAccount } from '@/domain/chart/claim-accounts';
import { capitalise } from '@/domain/chart/wording';
import type { ClaimLens } from '@/domain/claim';
import { labelDay } from '@/domain/period';
import { LensSign, SIDES } from './lens-sign';

interface AccountGridProps {
  readonly accounts: readonly LossAccount[];
  /** Where a figure's sources stand. */
  readonly hrefOf: (citations: readonly number[]) => string;
  /** Where earlier figures are told in full; without it they stand here one by one. */
  readonly earlierHref?: string;
  /** The years in words that every day said shares with its surroundings, so that the day need not repeat it. */
  readonly year?: string;
  readonly sides: readonly ClaimLens[];
}

const STANCES = { claims: null, admits: 'admits', denies: 'denies' } as const;

function dayWords(figure: AccountFigure, year: string | undefined): string {
  if (figure.saidOn === null) return 'day not stated';
  const label = labelDay(figure.saidOn);
  return year === undefined ? label : label.replace(` ${year}`, '');
}

function Figure({ figure, hrefOf, year }: { figure: AccountFigure } & Pick<AccountGridProps, 'hrefOf' | 'year'>) {
  const stance = STANCES[figure.stance];
  const isWords = !/\d/.test(figure.label);
  return (
    <>
      <a href={hrefOf(figure.citations)} data-mark className={isWords ? 'account-figure account-words' : 'account-figure'}>{figure.label}</a>
      {stance !== null && figure.stance !== 'denies' && <span className="account-stance"> {stance}</span>}
      {figure.isRunningTotal && <span className="account-stance"> so far</span>}
      <span className="account-claimant">{figure.claimant}, {dayWords(figure, year)}</span>
    </>
  );
}

function Earlier({ account, hrefOf, earlierHref, year }: { account: ClaimantAccount } & Pick<AccountGridProps, 'hrefOf' | 'earlierHref' | 'year'>) {
  const { earlier } = account;
  if (earlier.length === 0) return null;
  if (earlierHref !== undefined) {
    return <a className="account-earlier" href={earlierHref}>{earlier.length === 1 ? 'an earlier figure' : `${earlier.length} earlier figures`}</a>;
  }
  return (
    <span className="account-earlier">
      earlier{' '}
      {earlier.map((figure, index) => (
        <span key={figure.id}>{index > 0 && ', '}<a href={hrefOf(figure.citations)} data-mark>{figure.label}</a> ({dayWords(figure, year)})</span>
      ))}
    </span>
  );
}

/** Each side's figures on each loss, side by side: columns on wide screens, one under the other on narrow ones. Nothing is added. */
export function AccountGrid({ accounts, sides, ...rest }: AccountGridProps) {
  return (
    <ul className="account-grid" data-sides={sides.length}>
      {accounts.map((account) => (
        <li key={account.id} className="account-row">
          <p className="account-loss">
            {capitalise(account.name)}
            {account.isDisputed && <span className="account-disputed">accounts exclude each other</span>}
          </p>
          <ul className="account-claims">
            {account.claimants.map((claimant) => (
              <li key={claimant.claimantId} className={`account-claim side-${sides.indexOf(claimant.lens)}`}>
                <LensSign lens={claimant.lens} />
                <div>
                  <span className="sr-only">{SIDES.find(({ lens }) => lens === claimant.lens)?.label}: </span>
                  {claimant.standing.map((figure) => <p key={figure.id} className="account-said"><Figure figure={figure} {...rest} /></p>)}
                  <Earlier account={claimant} {...rest} />
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The names of the columns over a grid, where there are columns. Each figure says its side itself. */
export function AccountHead({ sides }: { sides: readonly ClaimLens[] }) {
  return (
    <div className="account-head" data-sides={sides.length} aria-hidden="true">
      <span>Losses of</span>
      {sides.map((lens) => <span key={lens}><LensSign lens={lens} />{SIDES.find((side) => side.lens === lens)?.label}</span>)}
    </div>
  );
}
