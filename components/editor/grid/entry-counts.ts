import type { Judged } from './cell-state';

/** How many typed cells there are, by what becomes of them. */
export interface Counts { readonly all: number; readonly ready: number; readonly ask: number; readonly source: number; readonly bad: number; readonly same: number }

export function countOf(judged: ReadonlyMap<string, Judged>): Counts {
  const counts = { all: judged.size, ready: 0, ask: 0, source: 0, bad: 0, same: 0 };
  for (const { plan } of judged.values()) {
    if (plan === null) counts.bad += 1;
    else if (plan.kind === 'row') counts.ready += 1;
    else if (plan.kind === 'nothing') counts.same += 1;
    else if (plan.kind === 'incomplete' && plan.what === 'source') counts.source += 1;
    else counts.ask += 1;
  }
  return counts;
}

/** The same in words. */
export function countWords({ all, ready, ask, source, bad, same }: Counts): string {
  if (all === 0) return 'Nothing typed that is not saved.';
  const parts = [
    ready > 0 ? `${ready} to save` : '', source > 0 ? `${source} without a source` : '', ask > 0 ? `${ask} waiting for your answer` : '',
    bad > 0 ? `${bad} that cannot be read` : '', same > 0 ? `${same} that say nothing new` : '',
  ].filter((part) => part !== '');
  return `${all} typed: ${parts.join(', ')}.`;
}
