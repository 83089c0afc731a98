import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { Prose } from '@/components/layout/prose';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { EMPTY_LABELS } from '@/domain/reading';
import { readInternalParams } from '@/lib/inputs/internal-params';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Methods',
  description: 'How numbers enter the ledger, what the marks in the charts mean, and which comparisons are refused.',
  alternates: { canonical: '/methods' },
};

export function generateStaticParams() {
  return [];
}

export default async function MethodsPage({ params }: PageProps<'/r/[release]/[lang]/[view]/methods'>) {
  const { release, view } = readInternalParams(await params);
  return (
    <>
      <PageHeading title="Methods">
        <p>How a number enters the ledger, what the marks mean, and what is refused.</p>
      </PageHeading>
      <AsOfControl action="/methods" view={view} release={release} />
      <ViewNotices view={view} />
      <Prose>
        <h2>A number is a reading</h2>
        <p>
          One organisation, one thing counted, one area and one period make a cell. Whatever the source printed for it is a reading: the value, whether it was exact or “at least”, “more than”,
          “about”, “nearly”, the day it was reported, and the place in the document. When the source prints another value later, that is a second reading. The newest stands in the chart, the earlier ones
          stay in its history.
        </p>
        <h2>Two clocks</h2>
        <p>
          <em>As of a day</em> shows what the sources had reported by then. <em>As of a release</em> shows what we had published. They are never mixed: a number whose day of publication is not known
          for certain appears only from the day on which it certainly was public.
        </p>
        <h2>Periods know their length</h2>
        <p>
          Nine months are not compared with twelve. Where a comparison would be unequal it is refused, and the like-for-like one is offered: the same months a year before, four quarters running, or a
          yearly rate that says it is one.
        </p>
        <h2>Disputed facts stay side by side</h2>
        <p>
          A clash holds claims: who says it, about whose losses, how many, when. They are drawn one by one, coloured by who speaks. Claims of different speakers are never added or averaged.
        </p>
        <h2>Days closed are at least and at most</h2>
        <p>
          A crossing can be shut for trade and open for returnees. Each lane is counted by itself, from the day it shut until the day it opened. Where a date is unknown or disputed, the bar has a soft edge and the days
          are given as a range. After the last day a source speaks of, the state is unknown, never “open”.
        </p>
        <h2>Four ways to be empty</h2>
        <ul>
          {Object.values(EMPTY_LABELS).map(({ symbol, label, spoken }) => (
            <li key={label}><span aria-hidden="true">{symbol} </span>{label}: {spoken}</li>
          ))}
        </ul>
        <p>A zero is none of these. It is a number.</p>
        <h2>Derived numbers</h2>
        <p>Some cells can only be had by subtracting a printed figure from a printed total. They are marked as derived and show the sum they came from. A printed figure always goes before a derived one.</p>
        <h2>Corrections</h2>
        <p>A row is never changed or deleted. What was wrong is superseded or withdrawn with a reason, and stays visible.</p>
      </Prose>
    </>
  );
}
