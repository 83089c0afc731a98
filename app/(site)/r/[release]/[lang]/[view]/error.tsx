'use client';

import { PageHeading } from '@/components/layout/page-heading';

interface ErrorPageProps {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <PageHeading title="This page could not be put together">
      <p>Nothing is lost; the fault is ours and it has been written down{error.digest ? ` under ${error.digest}` : ''}.</p>
      <button type="button" onClick={retry} className="mt-4 min-h-10 border border-ink px-4 font-sans text-base text-ink hover:bg-ink hover:text-paper">
        Try again
      </button>
    </PageHeading>
  );
}
