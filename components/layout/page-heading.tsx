import type { ReactNode } from 'react';

interface PageHeadingProps {
  readonly title: string;
  readonly kicker?: string;
  /** Of the title, where it is not the page's own: a document keeps its words. */
  readonly language?: string;
  readonly children?: ReactNode;
}

/** The one h1 of a page with its opening lines. */
export function PageHeading({ title, kicker, language, children }: PageHeadingProps) {
  return (
    <div className="max-w-3xl pt-8 pb-6 sm:pt-12">
      {kicker && <p className="mb-2 text-sm text-muted">{kicker}</p>}
      <h1 lang={language} dir={language && 'auto'} className="text-3xl [overflow-wrap:anywhere] sm:text-[2.625rem]">{title}</h1>
      {children && <div className="mt-4 font-serif text-lg leading-relaxed text-muted sm:text-xl">{children}</div>}
    </div>
  );
}
