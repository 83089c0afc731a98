import { Fragment } from 'react';
import type { AccountFigure, LossAccount } from '@/domain/chart/claim-accounts';
import { capitalise } from '@/domain/chart/wording';

interface AccountSentencesProps {
  readonly accounts: readonly LossAccount[];
  readonly hrefOf: (citations: readonly number[]) => string;
}

/** What one claimant says last, in words around the figure that leads to its source. */
function Said({ figure, hrefOf }: { figure: AccountFigure; hrefOf: AccountSentencesProps['hrefOf'] }) {
  const { claimant, stance, said, saidOn } = figure;
  const mark = (words: string) => <a href={hrefOf(figure.citations)} data-mark className="font-semibold no-underline hover:underline">{words}</a>;
  if (stance === 'denies') return <>{claimant} {mark('denies any')}</>;
  if (said === null && figure.label === 'no figure') return <>{claimant} {stance} losses but {mark('gives no figure')}</>;
  return <>{claimant} {stance} {mark(said ?? figure.label)}{figure.isRunningTotal && saidOn !== null ? ' so far' : ''}</>;
}

/** One sentence for each side's losses: who says what, and whether all of it can be true. */
export function AccountSentences({ accounts, hrefOf }: AccountSentencesProps) {
  if (accounts.length === 0) return null;
  return (
    <ul className="account-sentences">
      {accounts.map((account) => {
        const figures = account.claimants.flatMap(({ standing }) => standing);
        return (
          <li key={account.id}>
            <b>{capitalise(account.name)}</b>:{' '}
            {figures.map((figure, index) => (
              <Fragment key={figure.id}>{index > 0 && '; '}<Said figure={figure} hrefOf={hrefOf} /></Fragment>
            ))}
            .{account.isDisputed && ' These accounts cannot all be true.'}
          </li>
        );
      })}
    </ul>
  );
}
