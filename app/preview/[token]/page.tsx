import { notFound } from 'next/navigation';
import { AddedRows } from '@/components/layout/added-rows';
import { CorrectionList } from '@/components/layout/correction-list';
import { countsText } from '@/components/layout/release-list';
import { SentenceList } from '@/components/review/sentence-list';
import { PicturePair } from '@/components/review/picture-pair';
import type { PublishedChange } from '@/domain/release';
import { readPreviewSite, type PreviewSite } from '@/lib/review/preview-site';
import { EmbargoBanner } from './embargo-banner';

export const dynamic = 'force-dynamic';

/** Everything the release will do, what was wrong before it first. */
const PARTS: readonly { readonly title: string; readonly changes: readonly PublishedChange['change'][] }[] = [
  { title: 'What it corrects', changes: ['correct', 'withdraw'] },
  { title: 'What it updates', changes: ['update'] },
];

export default async function PreviewPage({ params }: PageProps<'/preview/[token]'>) {
  const { token } = await params;
  const previewed = await readPreviewSite(token);
  if (previewed === null) notFound();
  if (previewed.state === 'published') {
    const { number, title } = previewed.release;
    return <Message title="It is published">It became <a href={`/releases/${number}`}>release {number}, “{title}”</a>, and is no longer under embargo.</Message>;
  }
  if (previewed.state === 'nothing') return <Message title="There is nothing to see">Nothing is drafted at present, or it is being worked on. Come back later, or ask whoever sent the link.</Message>;
  return <Site site={previewed.site} home={`/preview/${token}`} />;
}

function Message({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="max-w-prose pt-16">
      <h1 className="mb-4 font-serif text-3xl font-semibold">{title}</h1>
      <p>{children}</p>
    </div>
  );
}

function Site({ site, home }: { readonly site: PreviewSite; readonly home: string }) {
  const { seen, title, note } = site;
  const { affected } = seen;
  const charts = seen.after.charts.flatMap(({ model, definition }) => (model === null || definition.status === 'withdrawn' ? [] : [model]));
  const touched = new Set(affected.map(({ chart }) => chart.slug));
  const titles = new Map(charts.map((model) => [model.slug, model.title]));
  const chartHref = (slug: string) => `${home}/charts/${slug}`;
  const added = seen.changes.filter(({ change }) => change === 'add');
  return (
    <>
      <EmbargoBanner site={site} home={home} />
      <h1 className="mb-3 font-serif text-3xl font-semibold">Release {seen.release}: {title}</h1>
      {note !== '' && <p className="max-w-prose whitespace-pre-line text-lg">{note}</p>}
      <p className="mt-2 text-muted">{countsText(countsOf(seen.changes))}. The number may change if something else is published before.</p>
      <Part title="In short">
        <SentenceList sentences={seen.compared.sentences.filter(({ placement, after }) => placement === 'home' && after !== null)} />
      </Part>
      {affected.length > 0 && (
        <Part title="Charts that change">
          {affected.map(({ chart }) => (
            <section key={chart.id} className="mb-10">
              <h3 className="mb-3 font-serif text-xl font-semibold">{chart.after === null ? chart.title : <a href={chartHref(chart.slug)}>{chart.after.title}</a>}</h3>
              <PicturePair slug={chart.slug} before={chart.before} after={chart.after} fault={chart.fault} beforeLabel={`Now, release ${seen.release - 1}`} afterLabel="Under embargo" />
            </section>
          ))}
        </Part>
      )}
      <Part title="All charts">
        <ul className="space-y-1.5">
          {[...charts].sort((a, b) => Number(touched.has(b.slug)) - Number(touched.has(a.slug))).map(({ slug, title: name }) => (
            <li key={slug}><a href={chartHref(slug)} className="inline-block py-1">{name}</a> <span className="text-muted">{touched.has(slug) ? 'changes' : 'stays as it is'}</span></li>
          ))}
        </ul>
      </Part>
      {PARTS.map((part) => {
        const made = seen.changes.filter(({ change }) => part.changes.includes(change));
        return made.length > 0 && (
          <Part key={part.title} title={part.title}><div className="max-w-3xl"><CorrectionList corrections={made} headingLevel={3} chartHref={chartHref} chartTitles={titles} /></div></Part>
        );
      })}
      {added.length > 0 && <Part title="What it adds"><div className="max-w-3xl"><AddedRows changes={added} hrefOf={() => null} /></div></Part>}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="mt-12">
      <h2 className="mb-5 border-b border-rule-strong pb-1 font-serif text-2xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function countsOf(changes: readonly PublishedChange[]) {
  const count = (change: PublishedChange['change']) => changes.filter((one) => one.change === change).length;
  return { added: count('add'), updated: count('update'), corrected: count('correct'), withdrawn: count('withdraw') };
}
