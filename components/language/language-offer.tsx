'use client';

import { useSelectedLayoutSegments } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import type { Language } from '@/domain/words';
import { joinLanguage } from '@/lib/inputs/language-path';
import { rememberLanguage, wantedLanguage } from './language-choice';
import { type LanguageChoice, pathOfSegments } from './language-links';

/** What is said to a reader whose language is not the page's, in his language. */
export interface Offer extends LanguageChoice {
  readonly text: string;
  readonly open: string;
  readonly close: string;
}

interface LanguageOfferProps {
  readonly language: Language;
  /** In the other languages. */
  readonly offers: readonly Offer[];
}

const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** One line at the foot of the window, once: nobody is sent anywhere, and no other answer depends on what he says. */
export function LanguageOffer({ language, offers }: LanguageOfferProps) {
  const wanted = useSyncExternalStore(subscribe, wantedLanguage, () => null);
  const path = pathOfSegments(useSelectedLayoutSegments());
  const offer = wanted === language ? undefined : offers.find((one) => one.language === wanted);
  if (!offer) return null;
  const stay = (): void => {
    rememberLanguage(language);
    for (const changed of listeners) changed();
  };
  return (
    <aside aria-label={offer.open} lang={offer.language} dir={offer.language === 'en' ? 'ltr' : 'rtl'} className="fixed inset-x-0 bottom-0 z-40 border-t border-rule-strong bg-raised px-4 py-2 text-sm shadow-float print:hidden" data-language-offer>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-center gap-x-4">
        <p>{offer.text}</p>
        <a href={`${joinLanguage(offer.language, path ?? '/')}${offer.query}`} onClick={() => rememberLanguage(offer.language)} className="inline-flex min-h-9 items-center font-semibold">{offer.open}</a>
        <button type="button" onClick={stay} className="min-h-9 rounded-sm border border-rule px-3 text-muted hover:border-ink hover:text-ink">{offer.close}</button>
      </div>
    </aside>
  );
}
