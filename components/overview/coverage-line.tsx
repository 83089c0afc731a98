import { sayCoverage, type YearCoverage } from '@/domain/sentence-coverage';

const CELL = 9;

/** How much of a year a sentence speaks of, in words and as twelve months of which some are filled. */
export function CoverageLine({ coverage }: { readonly coverage: readonly YearCoverage[] }) {
  const words = sayCoverage(coverage);
  const months = coverage.reduce<readonly boolean[] | null>((latest, one) => latest ?? one.months, null);
  if (words === null) return null;
  return (
    <p className="mt-2.5 grid gap-y-1.5 font-sans text-[0.8125rem] leading-snug text-muted">
      {months !== null && (
        <svg width={12 * CELL} height="7" className="fill-(--series-0)" aria-hidden="true">
          {months.map((isCovered, month) => <rect key={month} x={month * CELL} width={CELL - 1.5} height="7" className={isCovered ? undefined : 'fill-none stroke-faint'} />)}
        </svg>
      )}
      <span>{words}</span>
    </p>
  );
}
