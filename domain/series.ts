// A series is indicator x organisation x geography x breakdown; two series that count different things are never summed.

import type { Recorded } from './citation';

export interface Organisation extends Recorded {
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'research' | 'state' | 'armed-group' | 'un' | 'press' | 'ngo' | 'other';
  /** Whose account it gives: the lens of its claims. `other`: neither side of today's dispute (e.g. the Afghan republic before August 2021, TTP). */
  readonly lens: 'pakistan' | 'taliban' | 'independent' | 'other';
  readonly method: string | null;
  readonly url: string | null;
}

export interface Indicator extends Recorded {
  readonly name: string;
  /** Singular/plural of the unit, e.g. `deaths`, `attacks`, `percent`. */
  readonly unit: string;
  readonly definition: string;
  /** What is counted: `civilians`, `security-personnel`, `militants`, `attacks`, `operations`, ... Two series with different sets are never stacked or summed. */
  readonly includes: readonly string[];
  readonly isSummable: boolean;
}

export interface Series extends Recorded {
  readonly indicatorId: string;
  readonly organisationId: string;
  readonly geography: string;
  readonly geographyName: string;
  readonly breakdownDimension: string;
  readonly breakdown: string;
  readonly breakdownName: string;
  readonly methodNote: string | null;
  readonly isRedistributable: boolean;
}
