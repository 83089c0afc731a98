import type { Typed } from './field-spec';
import type { FormStock } from './form-props';
import type { FormKind } from './row-fields';

const PAIRS = [['geographyName', 'geography'], ['breakdownName', 'breakdown']] as const;

/** What else is filled in with what was just typed: the code that goes with a name we have. What was typed by hand stays. */
export function linkChoices(kind: FormKind, before: Typed, changes: Typed, { knownSeries }: Pick<FormStock, 'knownSeries'>): Typed {
  if (kind !== 'series') return changes;
  let all: Typed = changes;
  for (const [name, code] of PAIRS) {
    const typed = changes[name];
    if (typeof typed !== 'string') continue;
    const twin = knownSeries.find((series) => series[name] === typed);
    const earlier = knownSeries.find((series) => series[name] === before[name]);
    const isOwn = before[code] !== '' && before[code] !== earlier?.[code];
    if (twin !== undefined && !isOwn) all = { ...all, [code]: twin[code], ...(name === 'breakdownName' && { breakdownDimension: twin.breakdownDimension }) };
  }
  return all;
}
