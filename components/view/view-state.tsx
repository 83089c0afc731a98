'use client';

import { createParser, parseAsArrayOf, parseAsString, throttle, useQueryStates } from 'nuqs';
import { NuqsAdapter } from 'nuqs/adapters/react';
import { useMemo, type ReactNode } from 'react';
import { parsePeriod, type Day } from '@/domain/period';
import { writeFrom, writeTo } from '@/lib/inputs/span-text';
import { HeldViewContext, type HeldView } from './use-view-state';

interface ViewStateProps {
  /** The query of the view that the server has drawn: the first state here is the same, so nothing moves. */
  readonly search: string;
  readonly children: ReactNode;
}

function dayParser(edge: 'start' | 'end', write: (day: Day) => string) {
  return createParser<Day>({
    parse: (text) => {
      const period = parsePeriod(text);
      return period.ok ? period.value[edge] : null;
    },
    serialize: write,
  });
}

const PARAMETERS = {
  from: dayParser('start', writeFrom),
  to: dayParser('end', writeTo),
  series: parseAsArrayOf(parseAsString).withDefault([]),
  table: createParser<boolean>({ parse: (text) => text === '1', serialize: (isOpen) => (isOpen ? '1' : '0') }).withDefault(false),
};

/** Browsers refuse addresses that change more often. */
const WRITES_APART_MS = 120;

function Holder({ search, children }: ViewStateProps) {
  const [state, setState] = useQueryStates(PARAMETERS, { shallow: true, clearOnDefault: true, limitUrlUpdates: throttle(WRITES_APART_MS) });
  const held = useMemo((): HeldView => ({
    state, isInAddress: true, servedSeries: new URLSearchParams(search).get('series')?.split(',') ?? [], change: (part, step = 'replace') => { void setState(part.series ? { ...part, series: [...part.series] } : { ...part, series: undefined }, { history: step }); },
  }), [state, search, setState]);
  return <HeldViewContext value={held}>{children}</HeldViewContext>;
}

/** Keeps the narrowing of the chart in the address. The state of the server's view comes as `search`, so the page can stay static. */
export function ViewStateInAddress({ search, children }: ViewStateProps) {
  return <NuqsAdapter serverSearch={search} fullPageNavigationOnShallowFalseUpdates><Holder search={search}>{children}</Holder></NuqsAdapter>;
}
