import type { Metadata } from 'next';
import { ResourceDescription } from '@/components/api/resource-description';
import { PageHeading } from '@/components/layout/page-heading';
import { Prose } from '@/components/layout/prose';
import { ViewNotices } from '@/components/view/view-notices';
import { fieldsOf } from '@/lib/api/fields';
import { DEFAULT_LIMIT, GREATEST_LIMIT, parametersOf } from '@/lib/api/question';
import { POINTS, SECONDS } from '@/lib/api/rate-limit';
import { RESOURCES } from '@/lib/api/resources';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Read API',
  description: 'Readings, closures, incidents, claims and all they rest on as JSON and CSV, from any release and as known on any day.',
  alternates: { canonical: '/data/api' },
};

export function generateStaticParams() {
  return [];
}

const EXAMPLES = [
  { href: '/api/v1/readings?organisation=crss&dimension=total&period=quarter&from=2024', says: 'Every quarter that CRSS counted from 2024 on, with its source.' },
  { href: '/api/v1/readings?organisation=crss&dimension=total&period=quarter&from=2025&asof=2025-07-10&history=1', says: 'What it had reported by 10 July 2025, with all that was said before.' },
  { href: '/api/v1/claims?incident=clashes-october&measure=killed&fields=claimantAs,lossesOfName,valueLow,valueHigh,qualifier,citations&format=json', says: 'Who says how many were killed in one clash.' },
  { href: '/api/v1/closures?crossing=torkham&format=csv', says: 'Every closure of Torkham, as CSV.' },
] as const;

export default async function ApiPage({ params }: PageProps<'/r/[release]/[lang]/[view]/data/api'>) {
  const { release, view, words } = readInternalParams(await params);
  const link = (path: string): string => writeAddress(path, { theme: view.theme }, pinOf(view, release));
  return (
    <>
      <PageHeading title="Read API" kicker="All data">
        <p>Readings, closures, incidents, claims and all they rest on, as JSON and CSV, from any release and as known on any day. No key, no account.</p>
      </PageHeading>
      <ViewNotices words={words} view={view} />
      <section aria-labelledby="examples">
        <h2 id="examples" className="text-2xl">Try it</h2>
        <ul className="mt-3 max-w-4xl divide-y divide-rule border-y border-rule">
          {EXAMPLES.map(({ href, says }) => (
            <li key={href} className="py-2">
              {says}
              <a href={href} className="flex min-h-8 items-center font-mono text-sm [overflow-wrap:anywhere]">{href}</a>
            </li>
          ))}
        </ul>
      </section>
      <Prose>
        <h2 id="rules">Rules</h2>
        <p>
          An answer is a function of the release and the question, of nothing else. <code>release=2</code> gives the same answer for ever and may be kept for ever; without it the newest release answers. <code>asof=2025-07-10</code> gives what the
          sources had reported by that day. The two never mix.
        </p>
        <p>
          A list answers <code>{'{ release, asOf, data, next }'}</code>. <code>next</code> is the address of the next page, or null; all pages of a list are of one release, whatever is published meanwhile. There are {DEFAULT_LIMIT} rows on a page, up to {GREATEST_LIMIT} with{' '}
          <code>limit</code>. Of readings it counts cells: the pages show the reading in force of each, with <code>history=1</code> all of them.
        </p>
        <p>
          A misspelt parameter is an error that says what is allowed, never a longer answer; errors are <code>application/problem+json</code>. An answer has an <code>ETag</code>; ask with <code>If-None-Match</code> and it costs nothing.
          Each caller has {POINTS} requests in {SECONDS} seconds; then 429 and <code>Retry-After</code>. For everything at once take <a href={link('/data')}>the archive</a>.
        </p>
        <p>
          A withdrawn row stays in the lists with the status <code>withdrawn</code>. A value that is null has a reason in <code>empty</code>; zero is a value. A qualifier belongs to its value: <code>at-least</code> 600 is not 600, and <code>valueLow</code> and{' '}
          <code>valueHigh</code> say what it can mean. Claims of different claimants are never added. Figures whose licence forbids it are left out and named; asked for by name they are refused with the reason.
        </p>
        <p>Programs find all of this in <a href="/api/v1/openapi.json">the OpenAPI 3.1 description</a>.</p>
      </Prose>
      <h2 id="lists" className="pt-12 pb-4 text-2xl">Lists</h2>
      {RESOURCES.map((resource) => {
        const fields = fieldsOf(resource);
        return (
          <ResourceDescription
            key={resource.name}
            name={resource.name}
            summary={resource.summary}
            href={`/api/v1/${resource.name}`}
            parameters={parametersOf(resource, { currentRelease: release, today: '', fields: fields.map(({ name }) => name) }).map(({ name, allowed }) => ({ name, note: allowed }))}
            fields={fields.map(({ name, schema }) => ({ name, note: schema.description ?? (name === 'citations' ? 'Where the row is from.' : '') }))}
          />
        );
      })}
    </>
  );
}
