// A period knows its length; values of unequal coverage are never compared.

import type { Outcome, Refusal } from './outcome';

/** A calendar day, `YYYY-MM-DD`, Gregorian. */
export type Day = string;

export type PeriodKind = 'day' | 'month' | 'quarter' | 'half' | 'nine-months' | 'year' | 'custom';

/** Inclusive days `start..end`. `kind` always follows from the days: the same days never carry two kinds. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: Day;
  readonly end: Day;
}

export type PeriodOutcome = Outcome<Period, Refusal>;
