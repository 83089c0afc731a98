import type { ChartModel } from '@/domain/chart/model';
import { reachWords } from '@/domain/chart/wording';
import type { Citation } from '@/domain/citation';
import type { FigureChange } from '@/domain/embed/changes';
import { printChanges } from '@/domain/embed/notice';
import { labelDay } from '@/domain/period';
import type { EmbedMode } from '@/lib/inputs/embed';

interface Link { readonly label: string; readonly href: string }

/** The lines of a frame that tell its time: what changed since, how far the figures reach, which release, what was corrected. */
export interface FrameWords {
  /** The line that a pinned or guarded frame keeps free for what changed; null in a live one. */
  readonly since: { readonly isNotice: boolean; readonly text: string; readonly links: readonly Link[] } | null;
  readonly date: string;
  readonly correction: Link | null;
  /** The address of the chart's page, where the frame was asked for by a former one. */
  readonly movedTo: string | null;
}

export interface FrameTime {
  readonly model: ChartModel;
  readonly mode: EmbedMode;
  /** The release shown. */
  readonly release: { readonly number: number; readonly publishedAt: string };
  readonly changes: readonly FigureChange[];
  readonly stoppedBy: number | null;
  readonly withdrawal: { readonly release: number; readonly note: string } | null;
  readonly correctedIn: number | null;
  /** The chart's page as it is now. */
  readonly latestHref: string;
  /** Said where the frame was asked for by a former name of the chart. */
  readonly isRenamed: boolean;
}

const RULE_LETTERS = 240;
const SHOWN_PUBLISHERS = 3;

export function frameWords(time: FrameTime): FrameWords {
  const { model, release, correctedIn, isRenamed, latestHref } = time;
  const reach = reachWords(model);
  return {
    since: sinceOf(time),
    date: `${reach}. Release ${release.number} of ${labelDay(release.publishedAt.slice(0, 10))}.`,
    movedTo: isRenamed ? latestHref : null,
    correction: correctedIn === null ? null : { label: `Corrected in release ${correctedIn}`, href: '/corrections' },
  };
}

function sinceOf({ mode, release, changes, stoppedBy, withdrawal, latestHref }: FrameTime): FrameWords['since'] {
  if (mode.kind === 'live') return null;
  const latest = { label: 'See the latest', href: latestHref };
  const code = { label: 'Take a new code', href: `${latestHref}#embed` };
  const links = mode.kind === 'guarded' ? [latest, code] : [latest];
  if (withdrawal !== null && (mode.kind === 'pinned' || stoppedBy !== null)) {
    const reason = withdrawal.note === '' ? '' : ` ${withdrawal.note}`;
    return { isNotice: true, text: `Since release ${release.number}: this chart was withdrawn in release ${withdrawal.release} (correction).${reason}`, links };
  }
  if (stoppedBy !== null) return { isNotice: true, text: `Stopped before release ${stoppedBy}: ${printChanges(changes)}.`, links };
  if (changes.length > 0) return { isNotice: true, text: `Since release ${release.number}: ${printChanges(changes)}.`, links };
  return { isNotice: false, text: mode.kind === 'pinned' ? `Fixed on release ${release.number}.` : 'Follows updates, stops before a correction.', links: [] };
}

/** The first sentences of a counting rule, as many as stay short. */
export function printRule(rule: string): string {
  let short = '';
  for (const sentence of rule.split(/(?<=\.)\s+/)) {
    if (short !== '' && short.length + sentence.length > RULE_LETTERS) break;
    short = short === '' ? sentence : `${short} ${sentence}`;
  }
  return short;
}

/** `Dawn, PTI, Geo News and 7 more`: publishers in the order of first use. */
export function printSources(citations: readonly Citation[]): string {
  const publishers = [...new Set(citations.map(({ source }) => source.publisher))];
  const rest = publishers.length - SHOWN_PUBLISHERS;
  if (publishers.length === 0) return 'none yet.';
  return `${publishers.slice(0, rest === 1 ? SHOWN_PUBLISHERS + 1 : SHOWN_PUBLISHERS).join(', ')}${rest > 1 ? ` and ${rest} more` : ''}.`;
}
