// Spans of days are half-open, [from, to) in epoch days; overlapping ones are counted once.

export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** The same days as sorted spans that neither touch nor overlap; empty spans vanish. */
export function mergeSpans(spans: readonly DaySpan[]): DaySpan[] {
  const merged: DaySpan[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.to <= span.from) continue;
    const last = merged.at(-1);
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else merged.push(span);
  }
  return merged;
}

/** The days in both. */
export function intersectSpans(a: readonly DaySpan[], b: readonly DaySpan[]): DaySpan[] {
  return mergeSpans(a.flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))));
}

/** Number of days, each counted once. */
export function countDays(spans: readonly DaySpan[]): number {
  return mergeSpans(spans).reduce((days, span) => days + span.to - span.from, 0);
}
