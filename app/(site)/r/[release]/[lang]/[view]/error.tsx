'use client';

import { useWords } from '@/components/words/words';
import { PageHeading } from '@/components/layout/page-heading';

interface ErrorPageProps {
  readonly error: Error & { digest?: string };
  readonly retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const words = useWords();
  return (
    <PageHeading title={words.say('layout.broken.title')}>
      <p>{error.digest ? words.say('layout.broken.textNumbered', { digest: words.isolate(error.digest) }) : words.say('layout.broken.text')}</p>
      <button type="button" onClick={retry} className="mt-4 min-h-10 border border-ink px-4 font-sans text-base text-ink hover:bg-ink hover:text-paper">
        {words.say('layout.broken.again')}
      </button>
    </PageHeading>
  );
}
