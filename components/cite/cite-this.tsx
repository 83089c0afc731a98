import { apaReference, bibtex, chicagoReference, cslJson, type CitedWork, type ReferencePart, referenceText, ris } from '@/domain/cite';
import { escapeText } from '@/lib/escape-text';
import { CopyButton } from './copy-button';

export interface CitationFiles {
  readonly bib: string;
  readonly ris: string;
  readonly csl: string;
}

interface CiteThisProps {
  readonly work: CitedWork;
  /** Addresses of the references as files; without them they stand here to be copied. */
  readonly files: CitationFiles | null;
  /** Who gave the figures, in order of first use. They want to be named beside the compilation. */
  readonly publishers: readonly string[];
  /** Where the sources of the page stand. */
  readonly sourcesHref: string | null;
}

const STYLES = [
  { name: 'APA', write: apaReference },
  { name: 'Chicago', write: chicagoReference },
] as const;
const FORMATS = [
  { key: 'bib', name: 'BibTeX', print: bibtex },
  { key: 'ris', name: 'RIS', print: ris },
  { key: 'csl', name: 'CSL-JSON', print: cslJson },
] as const;
/** More publishers than these are left to the list of sources. */
const NAMED = 6;

/** How to cite what is on the page: printed references, and files for reference managers, all fixed on the release. */
export function CiteThis({ work, files, publishers, sourcesHref }: CiteThisProps) {
  return (
    <section id="cite" aria-labelledby="cite-title" className="cite-this mt-14 border-t border-rule-strong pt-6">
      <h2 id="cite-title" className="text-2xl">Cite this</h2>
      <p className="mt-3 max-w-prose text-muted">
        The address is fixed on release {work.release}{work.asOf === null ? '' : ' and on the day looked back to'}: whoever follows it sees what you saw, whatever is published later.
      </p>
      <dl className="mt-5 grid gap-5">
        {STYLES.map(({ name, write }) => <Printed key={name} name={name} parts={write(work)} />)}
      </dl>
      <h3 className="mt-7 text-lg print:hidden">For reference managers</h3>
      {files !== null && (
        <p className="mt-1 flex flex-wrap items-center gap-x-5 print:hidden">
          {FORMATS.map(({ key, name }) => <a key={key} href={files[key]} className="inline-flex min-h-9 items-center">{name}<span className="visually-hidden"> file</span></a>)}
        </p>
      )}
      <details className="fold mt-2 print:hidden">
        <summary>{files === null ? 'BibTeX, RIS and CSL-JSON' : 'The same as text'}</summary>
        <div className="grid gap-5 pb-4">{FORMATS.map(({ key, name, print }) => <Written key={key} name={name} text={print(work)} />)}</div>
      </details>
      {publishers.length > 0 && <Others publishers={publishers} sourcesHref={sourcesHref} />}
    </section>
  );
}

function Printed({ name, parts }: { name: string; parts: readonly ReferencePart[] }) {
  const html = parts.map(({ text, isItalic }) => (isItalic ? `<i>${escapeText(text)}</i>` : escapeText(text))).join('');
  return (
    <div>
      <dt className="text-sm font-semibold">{name}</dt>
      <dd className="mt-1 max-w-[75ch] border-s-2 border-rule-strong ps-4">
        <p className="font-serif text-[1.0625rem] leading-relaxed select-all [overflow-wrap:anywhere]">
          {parts.map(({ text, isItalic }) => (isItalic ? <i key={text}>{text}</i> : <span key={text}>{text}</span>))}
        </p>
        <p className="mt-2"><CopyButton text={referenceText(parts)} html={html} what={`the ${name} reference`} /></p>
      </dd>
    </div>
  );
}

function Written({ name, text }: { name: string; text: string }) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <b className="text-sm">{name}</b>
        <CopyButton text={text} what={`the ${name} reference`} />
      </p>
      <pre tabIndex={0} role="region" aria-label={`${name} reference`} className="mt-1.5 overflow-x-auto border border-rule bg-sunk p-3 font-mono text-[0.8125rem] leading-relaxed select-all">{text}</pre>
    </div>
  );
}

function Others({ publishers, sourcesHref }: Pick<CiteThisProps, 'publishers' | 'sourcesHref'>) {
  const named = publishers.length <= NAMED + 1 ? publishers : publishers.slice(0, NAMED);
  const rest = publishers.length - named.length;
  return (
    <p className="mt-6 max-w-prose text-sm text-muted">
      We only compile. The figures were given by {named.join('; ')}{rest > 0 ? `; and ${rest} more` : ''}: where you lean on one of them, name it too.
      {sourcesHref !== null && <> <a href={sourcesHref}>The documents, one by one</a></>}
    </p>
  );
}
