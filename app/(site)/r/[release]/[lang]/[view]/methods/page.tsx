import type { Metadata } from 'next';
import { CountingKey, CountingTable, type Counter } from '@/components/methods/counting-table';
import { PageHeading } from '@/components/layout/page-heading';
import { Prose } from '@/components/layout/prose';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { EMPTY_LABELS } from '@/domain/reading';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readMethods, type CounterRead } from '@/lib/reads/methods';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Methods',
  description: 'How each organisation counts, side by side; how numbers enter the ledger, what the marks in the charts mean, and which comparisons are refused.',
  alternates: { canonical: '/methods' },
};

export function generateStaticParams() {
  return [];
}

export default async function MethodsPage({ params }: PageProps<'/r/[release]/[lang]/[view]/methods'>) {
  const { release, view, words } = readInternalParams(await params);
  const { counters, claimants, licences } = await readMethods(release);
  const write = (path: string): string => writeAddress(path, { theme: view.theme }, pinOf(view, release));
  return (
    <>
      <PageHeading title="Methods">
        <p>How each organisation counts, how a number enters the ledger, what the marks mean, and what is refused.</p>
      </PageHeading>
      <AsOfControl words={words} action="/methods" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <section aria-labelledby="who-counts" className="pt-8">
        <h2 id="who-counts" className="text-2xl">Who counts what, side by side</h2>
        <p className="mt-3 mb-4 max-w-prose font-serif text-lg leading-relaxed">
          Two totals of one year can both be right and still not be the same thing: one takes in operations of the security forces and the militants killed in them, another leaves them out. Numbers of different
          rows here are never added, and laid over each other only with the difference said first.
        </p>
        <CountingKey />
        <div className="mt-4"><CountingTable counters={counters.map(tellCounter)} chartHref={(slug) => write(`/charts/${slug}`)} /></div>
      </section>
      {claimants.length > 0 && (
        <section aria-labelledby="who-claims" className="pt-12">
          <h2 id="who-claims" className="text-2xl">Who speaks in claims</h2>
          <p className="mt-3 mb-4 max-w-prose font-serif text-lg leading-relaxed">These give figures about single <a href={write('/incidents')}>clashes and strikes</a>. Each figure stands as a claim under the name of who said it.</p>
          <ul className="gap-x-12 text-[0.9375rem] md:columns-2">
            {claimants.map(({ id, name, method }) => (
              <li key={id} id={`organisation-${id}`} className="break-inside-avoid py-1.5 target:bg-accent-wash"><b className="font-semibold">{name}</b>{method && <span className="block text-sm text-muted">{method}</span>}</li>
            ))}
          </ul>
        </section>
      )}
      <h2 id="rules" className="pt-14 pb-2 text-3xl">Our own rules</h2>
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
        <p>
          A row is never changed or deleted. What was wrong is superseded or withdrawn with a reason, and stays visible: <a href={write('/corrections')}>every correction so far</a>,{' '}
          <a href={write('/releases')}>every release</a>.
        </p>
        <h2 id="licences">Licences</h2>
        <p>
          Our compilation is under <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>: use it for anything, name “Frontier Ledger” and the release. The code is under the MIT licence.
          The <a href={write('/sources')}>sources</a> keep their own rights; facts and figures are taken from them, with quotes of a sentence at most.
        </p>
        <ul>
          {licences.map(({ licence, documents }) => <li key={licence}>{documents === 1 ? 'One document' : `${documents} documents`}: {licence}</li>)}
        </ul>
      </Prose>
    </>
  );
}

/** What the ledger itself shows to be uncertain, counted in cells: one series in one period. */
function tellCounter({ organisation, indicators, notes, steadiness: { cells, revised, rival, unconfirmed, undated }, isRedistributable }: CounterRead): Counter {
  const told = [
    [revised, 'were changed by later reports'], [rival, 'have two values of one day'], [undated, 'stand on pages without a date'], [unconfirmed, 'could not be found at their source'],
  ] as const;
  const problems = told.filter(([count]) => count > 0).map(([count, words], position) => `${count}${position === 0 ? ` of ${cells} cells` : ''} ${words}`);
  return { organisation, indicators, notes, problems, rights: isRedistributable ? 'facts and figures with their source; its texts keep its own rights.' : 'its rows may not be handed on and are left out of the files.' };
}
