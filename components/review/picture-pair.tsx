import type { ReactNode } from 'react';
import { Legend } from '@/components/charts/legend';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { Still } from '@/components/still/still';
import type { ChartModel } from '@/domain/chart/model';

interface PicturePairProps {
  readonly slug: string;
  readonly before: ChartModel | null;
  readonly after: ChartModel | null;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  /** Why there is no picture after. */
  readonly fault: string | null;
}

/** The same chart twice, as it is and as it will be; one above the other where there is no room for both. */
export function PicturePair({ slug, before, after, beforeLabel, afterLabel, fault }: PicturePairProps) {
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <Side label={beforeLabel}>{before === null ? <Nothing text="The chart is not there yet." /> : <Picture model={before} slug={`${slug}-before`} />}</Side>
      <Side label={afterLabel}>{after === null ? <Nothing text={fault ?? 'The chart is gone.'} /> : <Picture model={after} slug={`${slug}-after`} />}</Side>
    </div>
  );
}

function Side({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <figure className="min-w-0 border border-rule bg-raised p-3 sm:p-4">
      <figcaption className="mb-3 text-sm font-semibold">{label}</figcaption>
      {children}
    </figure>
  );
}

function Nothing({ text }: { readonly text: string }) {
  return <p className="py-10 text-center text-muted">{text}</p>;
}

/** A picture, not a way on: its marks lead nowhere here, and its words are the alt text below. */
function Picture({ model, slug }: { readonly model: ChartModel; readonly slug: string }) {
  return (
    <div role="img" aria-label={model.altText}>
      <div inert>
        <Still>
          <Legend model={{ ...model, slug }} />
          <StaticDrawing model={{ ...model, slug }} />
        </Still>
      </div>
    </div>
  );
}
