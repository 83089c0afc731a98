import type { PublishedChange } from '@/domain/release';

type Field = PublishedChange['fields'][number];

/** Pages that hold the row with its source, as it was and as it is. */
interface Hrefs {
  readonly before: string | null;
  readonly after: string | null;
}

/** What a reader would call the fields that say the fact itself; all others are the record's own details. */
const FACTS: Readonly<Record<string, string>> = {
  period: 'Period', value: 'Value', low: 'Lowest', high: 'Highest', qualifier: 'Exactness', empty: 'Missing because', start: 'Begins', end: 'Ends', endState: 'End', lane: 'Traffic',
  measure: 'What is counted', lossesOf: 'Whose losses', stance: 'Stance', saidOn: 'Said on', text: 'Sentence', title: 'Title', name: 'Name', day: 'Day', url: 'Address',
};

/** `reportedPrecision` -> `Reported precision` */
function detailLabel(name: string): string {
  const words = name.replace(/Id$/, '').replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people call a field of a row. */
export function fieldLabel(name: string): string {
  return FACTS[name] ?? detailLabel(name);
}

/** The slots of a sentence, `{now}`, are names for us; readers see that a number stands there. */
export function withoutSlots(text: string): string {
  return text.replace(/\{[\w-]+\}/g, '…');
}

/** Text with a figure or a day in it leads to where it was said. */
function Cited({ href, text }: { href: string | null | undefined; text: string }) {
  return href && /\d/.test(text) ? <a href={href} data-mark className="inline-block py-0.5 no-underline hover:underline">{text}</a> : text;
}

function Fields({ fields, hrefs }: { fields: readonly Field[]; hrefs?: Hrefs }) {
  return (
    <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-[0.9375rem] sm:grid-cols-[9rem_1fr]">
      {fields.map(({ name, before, after }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{fieldLabel(name)}</dt>
          <dd className="mb-1 [overflow-wrap:anywhere]">
            <del className="text-muted decoration-accent"><span className="sr-only">was: </span><Cited href={hrefs?.before} text={before === '' ? 'none' : withoutSlots(before)} /></del>
            <span aria-hidden="true" className="text-accent"> → </span>
            <ins className="font-semibold no-underline"><span className="sr-only">is now: </span><Cited href={hrefs?.after} text={after === '' ? 'none' : withoutSlots(after)} /></ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a correction changed: the facts in sight, the details of the record folded away. */
export function CorrectionFields({ fields, hrefs }: { fields: readonly Field[]; hrefs?: Hrefs }) {
  const facts = fields.filter(({ name }) => name in FACTS);
  const details = fields.filter(({ name }) => !(name in FACTS));
  return (
    <>
      {facts.length > 0 && <Fields fields={facts} hrefs={hrefs} />}
      {details.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit py-1 text-muted hover:text-ink">
            {details.length === 1 ? 'One more detail of the record' : `${details.length} more details of the record`}
          </summary>
          <Fields fields={details} hrefs={hrefs} />
        </details>
      )}
    </>
  );
}
