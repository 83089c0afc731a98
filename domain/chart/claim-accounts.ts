// Side by side means: for each side's losses, what every claimant says last, what he said before, and whether the accounts can all be true.

import { groupClaims, sayClaim, type Claim, type ClaimLens, type Measure, type Stance } from '../claim';
import { claimantWords } from '../claim-last-word';
import type { Day } from '../period';
import { isGroupDisputed, nameGroup } from './claim-words';
import type { ClaimsModel } from './model';

/** One claim as lists and sentences print it; `id` and `citations` are those of its mark. */
export interface AccountFigure {
  readonly id: string;
  readonly claimant: string;
  readonly stance: Stance;
  /** `58`, `> 200`, `none (denied)`, `no figure`. */
  readonly label: string;
  /** For prose: `more than 200`; null for a denial and without a figure. */
  readonly said: string | null;
  readonly saidOn: Day | null;
  readonly isRunningTotal: boolean;
  readonly note: string | null;
  readonly citations: readonly number[];
}

export interface ClaimantAccount {
  readonly claimantId: string;
  readonly lens: ClaimLens;
  /** His last word; several where no day puts them in order. */
  readonly standing: readonly AccountFigure[];
  readonly earlier: readonly AccountFigure[];
}

export interface LossAccount {
  /** The id of the model's group. */
  readonly id: string;
  /** `Pakistani forces killed`, `posts destroyed (Taliban forces)`: as in the middle of a sentence. */
  readonly name: string;
  readonly measure: Measure;
  readonly isDisputed: boolean;
  readonly claimants: readonly ClaimantAccount[];
}

/** The accounts of a claims chart in its own view: its groups in its order, made of its marks. */
export function lossAccounts(model: ClaimsModel, claims: readonly Claim[]): readonly LossAccount[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return model.groups.flatMap(({ id, measure }, index) => {
    const marks = model.marks.filter(({ group }) => group === index).toSorted((a, b) => a.row - b.row);
    const citations = new Map(marks.map((mark) => [mark.id, mark.citations]));
    const own = marks.flatMap((mark) => byId.get(mark.id) ?? []);
    const [group] = groupClaims(own);
    if (group === undefined) return [];
    const figureOf = (claim: Claim): AccountFigure => ({
      id: claim.id, claimant: claim.claimantAs, stance: claim.stance, label: marks.find((mark) => mark.id === claim.id)?.label ?? '', said: sayClaim(claim),
      saidOn: claim.saidOn, isRunningTotal: claim.isCumulative, note: claim.note, citations: citations.get(claim.id) ?? [],
    });
    const claimants = claimantWords(own).map(({ claimantId, standing, earlier }): ClaimantAccount => ({
      claimantId, lens: standing[0]?.lens ?? 'other', standing: standing.map(figureOf), earlier: earlier.map(figureOf),
    }));
    return [{ id, name: nameGroup(group), measure, isDisputed: isGroupDisputed(group), claimants }];
  });
}
