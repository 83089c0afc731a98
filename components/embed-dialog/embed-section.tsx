import { CODE_FORMS, codesOf, sayCodes, type EmbedChoice, type EmbedFacts, type EmbedSubject, FORM_WORDS } from './embed-choice';
import { EmbedButton } from './embed-button';

export interface EmbedSectionProps {
  readonly subject: EmbedSubject;
  readonly facts: EmbedFacts;
  /** The view that the reader has before him, pinned. */
  readonly choice: EmbedChoice;
  readonly hasPeriods: boolean;
  readonly hasLens: boolean;
  readonly hasLegend: boolean;
  /** Dimensions by which the chart can be split; empty where it cannot. */
  readonly breakdowns: readonly string[];
  /** Series to choose from in the view that the reader has before him; empty where there is nothing to choose. */
  readonly series: readonly { readonly id: string; readonly label: string }[];
}

/** How to put the chart on another page: a dialog with every choice, and without JavaScript the usual codes to select by hand. */
export function EmbedSection(props: EmbedSectionProps) {
  const { subject, facts, choice } = props;
  const codes = codesOf(subject, choice, facts);
  const said = sayCodes(subject, choice, facts);
  return (
    <section id="embed" aria-labelledby="embed-title" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="embed-title" className="text-2xl">Put it on your page</h2>
      <p className="mt-3 max-w-prose text-muted">
        Free to use with the source named. One request, no cookie, no tracker, nothing from third parties. The code is fixed on release {subject.release}:
        the figures under your text never change, and the frame says in one line when a later release has changed them.
      </p>
      <EmbedButton {...props} />
      <details className="fold mt-4 in-[[data-js]]:hidden">
        <summary>Codes to copy</summary>
        <div className="grid gap-5 pb-4">
          {CODE_FORMS.map((form) => (
            <div key={form}>
              <label htmlFor={`embed-code-${form}`} className="font-semibold">{FORM_WORDS[form].label}</label>
              <p className="text-sm text-muted">{FORM_WORDS[form].hint} {said[form]}</p>
              <textarea
                id={`embed-code-${form}`} readOnly rows={form === 'oembed' ? 2 : 6} defaultValue={codes[form]} spellCheck={false}
                className="mt-1.5 block w-full resize-y rounded-sm border border-faint bg-sunk p-2.5 font-mono text-[0.8125rem] leading-relaxed [overflow-wrap:anywhere]"
              />
            </div>
          ))}
        </div>
      </details>
    </section>
  );
}
