import { checkColours, type SightVerdict } from '@/components/charts/colour-check';
import type { Sight } from '@/components/charts/colour-sight';
import type { ChartModel } from '@/domain/chart/model';

export const SIGHT_WORDS: Readonly<Record<Sight, string>> = {
  normal: 'all colours', protanopia: 'no red (protanopia)', deuteranopia: 'no green (deuteranopia)', tritanopia: 'no blue (tritanopia)', greyscale: 'no colour (greyscale)',
};
const MOST_NAMED = 4;

/** What the colours of the chart say to people who see fewer of them. */
export function ColourVerdict({ model, theme }: { readonly model: ChartModel; readonly theme: 'light' | 'dark' }) {
  const { verdicts, otherMark } = checkColours(model, theme);
  const doubtful = verdicts.filter(({ alike }) => alike.length > 0);
  const hasPairs = verdicts.some(({ nearest }) => nearest !== null);
  return (
    <section aria-labelledby="colour-title" className="border-t border-rule pt-3 text-sm">
      <h3 id="colour-title" className="font-medium">Colours</h3>
      {hasPairs && doubtful.length === 0 && <p>All its colours can be told apart with every sight, and in greyscale.</p>}
      {doubtful.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1">
          {doubtful.map((verdict) => <li key={verdict.sight}><b className="font-medium">{firstUpper(SIGHT_WORDS[verdict.sight])}:</b> hard to tell apart: {pairWords(verdict)}.</li>)}
        </ul>
      )}
      {(doubtful.length > 0 || !hasPairs) && (
        <p className={`mt-1 ${otherMark === null ? 'font-medium text-accent-strong' : 'text-muted'}`}>
          {otherMark ?? 'In the still drawing nothing but colour tells these lines apart. Panels would.'}
        </p>
      )}
    </section>
  );
}

function pairWords({ alike }: SightVerdict): string {
  const named = alike.slice(0, MOST_NAMED).map(({ a, b, distance }) => `${a} and ${b} (${distance.toFixed(0)} of 15)`);
  const more = alike.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more pairs` : ''}`;
}

const firstUpper = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
