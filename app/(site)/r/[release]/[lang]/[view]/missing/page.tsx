import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PageHeading } from '@/components/layout/page-heading';
import { joinLanguage } from '@/lib/inputs/language-path';
import { readInternalParams } from '@/lib/inputs/internal-params';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

type MissingPageProps = PageProps<'/r/[release]/[lang]/[view]/missing'>;

export async function generateMetadata({ params }: MissingPageProps): Promise<Metadata> {
  return { title: readInternalParams(await params).words.say('layout.missing.title'), robots: { index: false } };
}

/** What does not exist ends here: proxy.ts gives it the status 404. Rendered as a page, so that it can be read without JavaScript. */
export default async function MissingPage({ params }: MissingPageProps) {
  const { lang, words } = readInternalParams(await params);
  const link = (path: string) => function Link(text: ReactNode[]) {
    return <a key={path} href={joinLanguage(lang, path)}>{text}</a>;
  };
  return (
    <PageHeading title={words.say('layout.missing.title')}>
      <p>{words.compose('layout.missing.text', { charts: link('/charts'), corrections: link('/corrections'), sources: link('/sources') })}</p>
    </PageHeading>
  );
}
