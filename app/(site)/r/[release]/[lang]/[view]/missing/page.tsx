import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';

export const dynamic = 'force-static';
export const metadata: Metadata = { title: 'Nothing at this address', robots: { index: false } };

export function generateStaticParams() {
  return [];
}

/** What does not exist ends here: proxy.ts gives it the status 404. Rendered as a page, so that it can be read without JavaScript. */
export default function MissingPage() {
  return (
    <PageHeading title="Nothing at this address">
      <p>
        It may have been mistyped, or it was never published. Nothing that was published here is ever removed: look through the <a href="/charts">charts</a>, the{' '}
        <a href="/corrections">corrections</a> or the <a href="/sources">sources</a>.
      </p>
    </PageHeading>
  );
}
