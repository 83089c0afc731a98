import { nameBreakdown } from '@/domain/chart/breakdown';
import type { ChartModel } from '@/domain/chart/model';
import { writeAddress } from '@/lib/inputs/address';
import type { Words } from '@/domain/words';
import { joinLanguage } from '@/lib/inputs/language-path';
import { pinOf } from '@/lib/inputs/site-links';
import type { View } from '@/lib/inputs/view';
import { ChartOrTable } from './chart-or-table';
import { ChoiceLinks } from './choice-links';
import { ViewFollower } from './view-follower';

interface ChartChoicesProps {
  readonly path: string;
  readonly view: View;
  readonly release: number;
  readonly model: Pick<ChartModel, 'slug' | 'kind'>;
  /** Dimensions by which the chart can be split. */
  readonly breakdowns: readonly string[];
  readonly words: Words;
}

const ACCOUNTS = [
  { lens: 'all', name: 'everybody' }, { lens: 'pakistan', name: 'pakistan' }, { lens: 'taliban', name: 'taliban' }, { lens: 'independent', name: 'independent' },
] as const;

/** The choices among few that stand beside a chart: drawing or table, whole or split, whose account. Each is a link. */
export function ChartChoices({ path, view, release, model, breakdowns, words }: ChartChoicesProps) {
  const pin = pinOf(view, release);
  const href = (change: Partial<View>): string => writeAddress(path, { ...view, ...change }, pin);
  return (
    <div className="chart-choices">
      {breakdowns.length > 0 && (
        <ChoiceLinks
          label={words.say('view.choice.split')}
          choices={[null, ...breakdowns].map((breakdown) => ({
            label: breakdown === null ? words.say('view.choice.notSplit') : words.say('view.choice.splitBy', { dimension: nameBreakdown(breakdown) }), href: href({ breakdown, series: [] }), isCurrent: view.breakdown === breakdown,
          }))}
        />
      )}
      {model.kind === 'claims' && (
        <ChoiceLinks label={words.say('view.choice.account')} choices={ACCOUNTS.map(({ lens, name }) => ({ label: words.say(`view.choice.${name}`), href: href({ lens }), isCurrent: view.lens === lens }))} />
      )}
      <ChartOrTable slug={model.slug} chartHref={href({ table: false })} tableHref={href({ table: true })} isTable={view.table} />
      <ViewFollower path={joinLanguage(view.language, path)} served={{ from: view.from, to: view.to, series: view.series }} />
    </div>
  );
}
