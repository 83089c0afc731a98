import type { FullWords } from '@/lib/make-words';

interface SiteFooterProps {
  readonly release: number;
  readonly releaseHref: string;
  readonly correctionsHref: string;
  readonly sourcesHref: string;
  readonly words: FullWords;
}

export function SiteFooter({ release, releaseHref, correctionsHref, sourcesHref, words }: SiteFooterProps) {
  const number = words.ordinal(release);
  return (
    <footer className="mt-20 border-t border-rule-strong bg-sunk text-sm text-muted">
      <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-6 px-4 py-10 sm:px-6 md:grid-cols-3">
        <p>
          <strong className="block font-serif text-base text-ink">{words.say('layout.footer.statementTitle')}</strong>
          {words.compose('layout.footer.statement', { sources: (text) => <a key="sources" href={sourcesHref}>{text}</a> })}
        </p>
        <p>
          <strong className="block font-serif text-base text-ink">{words.say('layout.footer.stayTitle')}</strong>
          {words.compose('layout.footer.stay', {
            number,
            release: (text) => <a key="release" href={releaseHref}>{text}</a>,
            corrections: (text) => <a key="corrections" href={correctionsHref}>{text}</a>,
          })}
        </p>
        <p>
          <strong className="block font-serif text-base text-ink">{words.say('layout.footer.licencesTitle')}</strong>
          {words.compose('layout.footer.licences', {
            number,
            licence: (text) => <a key="licence" href="https://creativecommons.org/licenses/by/4.0/" rel="license">{text}</a>,
          })}
        </p>
      </div>
    </footer>
  );
}
