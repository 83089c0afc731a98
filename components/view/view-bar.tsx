import type { ReactNode } from 'react';
import type { Words } from '@/domain/words';
import { ShowButton } from './field';
import { ImmediateForm } from './immediate-form';

interface ViewBarProps {
  readonly action: string;
  /** What the page shows now. */
  readonly says: ReactNode;
  /** What the fold offers. */
  readonly offer: string;
  /** The way back to the page's own view; null when it is the one shown. */
  readonly reset: { readonly label: string; readonly href: string } | null;
  /** It shows an earlier day or release: a reader must notice. */
  readonly isFixed: boolean;
  readonly releasesHref: string;
  readonly words: Words;
  /** Fields of the form. */
  readonly children: ReactNode;
}

/** One line on which view a page shows, which unfolds into the form that asks for another. */
export function ViewBar({ action, says, offer, reset, isFixed, releasesHref, words, children }: ViewBarProps) {
  return (
    <div className={`mb-6 flex flex-wrap items-start gap-x-4 border-y px-3 text-sm ${isFixed ? 'border-accent bg-accent-wash' : 'border-rule'}`} data-view-bar>
      <details className="group min-w-0 grow">
        <summary className="grid min-h-10 list-none grid-cols-[auto_1fr] items-center gap-x-2 py-1.5 [&::-webkit-details-marker]:hidden">
          <span aria-hidden="true" className="inline-block text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none rtl:-scale-x-100">▸</span>
          <span>
            {says} <span className="inline-block text-muted underline decoration-accent/50 underline-offset-4 group-open:no-underline">{offer}</span>
          </span>
        </summary>
        <ImmediateForm action={action} className="grid gap-x-5 gap-y-3 pt-1 pb-4 sm:grid-cols-[repeat(auto-fill,minmax(12rem,1fr))]">
          {children}
          <div className="flex flex-wrap items-center gap-x-4 self-end">
            <ShowButton words={words} />
            <a href={releasesHref} className="inline-flex min-h-10 items-center">{words.say('view.offer.allReleases')}</a>
          </div>
        </ImmediateForm>
      </details>
      {reset && <a href={reset.href} className="inline-flex min-h-10 items-center">{reset.label}</a>}
    </div>
  );
}
