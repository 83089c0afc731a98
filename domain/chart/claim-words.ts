// A claim is spoken with who makes it, what he does (claims, admits, denies), about whose losses, and when; never as a bare number.

import { boundsOfClaim, printClaim, type Claim, type ClaimGroup, type Incident, type Lens, type Measure } from '../claim';
import { labelDay, labelPeriod, periodOf, type Day } from '../period';
import { composeAltText } from './alt-text';
import type { CitationRegister } from './citation-register';
import type { ClaimsDefinition } from './definition';
import type { ClaimMark } from './model';
import type { ModelTable } from './model-parts';
import { endColumn, startColumn, textCell, type TableRow } from './table';
import { asSentence, capitalise, joinWords, listSome, publishersOf } from './wording';

const MEASURE_LABELS: Record<Exclude<Measure, 'other'>, string> = {
  killed: 'killed',
  wounded: 'wounded',
  captured: 'captured',
  'posts-seized': 'posts seized',
};

const LENS_NAMES: Record<Exclude<Lens, 'all'>, string> = {
  pakistan: 'the Pakistani side',
  taliban: 'the Taliban side',
  independent: 'independent sources',
};

const STANCE_NAMES: Record<Claim['stance'], string> = { claims: 'claims', admits: 'admits', denies: 'denies' };

export function measureLabelOf({ measure, measureNote }: Pick<Claim, 'measure' | 'measureNote'>): string {
  return measure === 'other' ? (measureNote ?? 'other losses') : MEASURE_LABELS[measure];
}

/** `posts destroyed (Taliban forces)`; a name that says it all, such as `Bodies seen at the site`, is not said twice. */
function otherLosses(label: string, name: string): string {
  return name.toLowerCase().startsWith(label.toLowerCase()) ? name.charAt(0).toLowerCase() + name.slice(1) : `${label} (${name})`;
}

/** `Pakistani forces killed`, `posts of Pakistani forces seized`. */
export function sayLosses(claim: Pick<Claim, 'lossesOfName' | 'measure' | 'measureNote'>): string {
  if (claim.measure === 'posts-seized') return `posts of ${claim.lossesOfName} seized`;
  if (claim.measure === 'other') return otherLosses(measureLabelOf(claim), claim.lossesOfName);
  return `${claim.lossesOfName} ${MEASURE_LABELS[claim.measure]}`;
}

function sayFigure(claim: Claim): string {
  if (claim.stance === 'denies') return claim.low === null || claim.low === 0 ? `denies any ${sayLosses(claim)}` : `denies that ${printClaim({ ...claim, stance: 'claims' })} ${sayLosses(claim)}`;
  if (claim.low === null && claim.high === null) return `${STANCE_NAMES[claim.stance]} ${sayLosses(claim)} but gives no figure`;
  const figure = printClaim(claim).replace(/^≥ /, 'at least ').replace(/^> /, 'more than ').replace('–', ' to ');
  if (figure === '1' && claim.measure !== 'other') return `${STANCE_NAMES[claim.stance]} 1 ${MEASURE_LABELS[claim.measure]} (${claim.lossesOfName})`;
  return `${STANCE_NAMES[claim.stance]} ${figure} ${sayLosses(claim)}`;
}

export function sayClaim(claim: Claim): string {
  const publishers = joinWords(publishersOf(claim.citations));
  const parts = [
    `${claim.claimantAs} ${sayFigure(claim)}`,
    claim.isCumulative ? 'a running total' : null,
    claim.saidOn === null ? 'day not stated' : `said ${labelDay(claim.saidOn)}`,
    publishers === '' ? null : `as read in ${publishers}`,
    claim.measure !== 'other' && claim.measureNote !== null ? claim.measureNote : null,
    claim.note,
  ];
  return asSentence(parts.filter((part) => part !== null).join('; '));
}

export interface ClaimsSubject {
  readonly definition: ClaimsDefinition;
  /** Null when it had not happened yet on the vintage day. */
  readonly incident: Incident | null;
  readonly groups: readonly ClaimGroup[];
  readonly marks: readonly ClaimMark[];
  readonly shown: readonly Claim[];
  /** How many claims the lens leaves out. */
  readonly hidden: number;
  readonly withdrawn: readonly Claim[];
  readonly lens: Lens;
  readonly asOf: Day | null;
}

const countClaims = (count: number): string => `${count} ${count === 1 ? 'claim' : 'claims'}`;

/** A claimant's later word, and a running total of the same side, replace an earlier one; they do not contradict it. */
function isUpdate(a: Claim, b: Claim): boolean {
  if (a.claimantId === b.claimantId && a.saidOn !== b.saidOn) return true;
  return a.lens === b.lens && (a.isCumulative || b.isCumulative);
}

/** Two claims clash when no number satisfies both; a denial clashes with every claim of losses. */
function doClash(a: Claim, b: Claim): boolean {
  if (isUpdate(a, b)) return false;
  const hasLosses = (claim: Claim): boolean => claim.stance !== 'denies' && (boundsOfClaim(claim).high ?? boundsOfClaim(claim).low ?? 0) > 0;
  if (a.stance === 'denies' || b.stance === 'denies') return a.stance !== b.stance && (hasLosses(a) || hasLosses(b));
  const [one, other] = [boundsOfClaim(a), boundsOfClaim(b)];
  if ((one.low ?? one.high) === null || (other.low ?? other.high) === null) return false;
  const isBelow = (high: number | null, low: number | null, isStrict: boolean): boolean => high !== null && low !== null && (isStrict ? high <= low : high < low);
  return isBelow(one.high, other.low, b.qualifier === 'more-than') || isBelow(other.high, one.low, a.qualifier === 'more-than');
}

/** The claims of a group that contradict another one of it. */
const clashing = ({ claims }: ClaimGroup): readonly Claim[] => claims.filter((a) => claims.some((b) => a !== b && doClash(a, b)));
/** Whether accounts of a group exclude each other. */
export const isGroupDisputed = (group: ClaimGroup): boolean => clashing(group).length > 0;

/** `Pakistani forces killed`. */
export const nameGroup = (group: ClaimGroup): string => sayLosses(group);

function sayClashes(groups: readonly ClaimGroup[]): string | null {
  const disputed = groups.filter(isGroupDisputed).map((group) => {
    const figures = clashing(group).map((claim) => `${printClaim(claim)} (${claim.claimantAs})`);
    return `${nameGroup(group)}: ${listSome([...new Set(figures)], 4)}`;
  });
  return disputed.length === 0 ? null : `Accounts that exclude each other: ${disputed.join('; ')}.`;
}

function sayLens({ lens, shown, hidden }: ClaimsSubject): string | null {
  if (lens === 'all') return null;
  return `Only claims by ${LENS_NAMES[lens]} are shown: ${countClaims(shown.length)}; ${countClaims(hidden)} by others left out.`;
}

export function claimNotes(subject: ClaimsSubject): readonly string[] {
  const { incident, groups, shown, withdrawn, asOf } = subject;
  const claimants = new Set(shown.map(({ claimantId }) => claimantId)).size;
  return [
    sayLens(subject),
    claimants > 1 ? 'Claims of different claimants are never added: each stands for what one side said.' : null,
    new Set(groups.map(({ measure }) => measure)).size > 1 ? 'Killed, wounded and posts are drawn on axes of their own and cannot be compared by length.' : null,
    incident === null && asOf !== null ? `Nothing had happened yet on ${labelDay(asOf)}.` : null,
    incident?.isAggregate === true ? `“${incident.title}” is an aggregate: it overlaps single incidents and must not be added to them.` : null,
    shown.some(({ isCumulative }) => isCumulative) ? 'Some figures are running totals: a later one replaces an earlier one of the same claimant.' : null,
    sayClashes(groups),
    shown.some(({ stance }) => stance === 'denies') ? 'A denial is shown as a denial, not as a count of zero.' : null,
    shown.some(({ low, high, stance }) => low === null && high === null && stance !== 'denies') ? 'Claims without a figure are listed without a bar.' : null,
    asOf === null || incident === null ? null : `As said by ${labelDay(asOf)}; claims without a date are kept.`,
    withdrawn.length === 0 ? null : `Withdrawn, struck through in the table: ${countClaims(withdrawn.length)}.`,
  ].filter((note) => note !== null);
}

function remarksOf(claim: Claim): readonly string[] {
  return [
    claim.isCumulative ? 'running total' : null,
    claim.measure === 'other' ? null : claim.measureNote,
    claim.note,
    claim.status === 'withdrawn' ? `withdrawn${claim.changeNote === null ? '' : `: ${claim.changeNote}`}` : null,
  ].filter((remark): remark is string => remark !== null);
}

export function claimsTable({ definition, groups, withdrawn }: ClaimsSubject, register: CitationRegister): ModelTable {
  const rowOf = (claim: Claim): TableRow => {
    const citations = register.cite(claim.citations);
    const isCurrent = claim.status === 'current';
    return {
      id: claim.id,
      status: claim.status,
      cells: [
        textCell(`${claim.lossesOfName}, ${measureLabelOf(claim)}`),
        textCell(claim.claimantAs),
        textCell(STANCE_NAMES[claim.stance]),
        { text: printClaim(claim), markId: isCurrent ? claim.id : null, citations, empty: null, remarks: remarksOf(claim) },
        textCell(claim.saidOn === null ? 'day not stated' : labelDay(claim.saidOn)),
        textCell(joinWords(publishersOf(claim.citations)), citations),
      ],
    };
  };
  return {
    caption: definition.title,
    columns: [
      startColumn('losses', 'Losses of'), startColumn('claimant', 'According to'), startColumn('stance', 'Stance'), endColumn('figure', 'Figure'),
      startColumn('said', 'Said on'), startColumn('source', 'Source'),
    ],
    rows: [...groups.flatMap(({ claims }) => claims), ...withdrawn].map(rowOf),
  };
}

export function claimsAltText({ definition, incident, groups, shown, lens }: ClaimsSubject): string {
  const when = incident === null ? '' : ` about losses on ${labelPeriod(periodOf(incident.start, incident.end))}`;
  const claimants = new Set(shown.map(({ claimantId }) => claimantId)).size;
  const [largest] = groups;
  const figures = largest?.claims.map((claim) => `${claim.claimantAs} ${printClaim(claim)}`) ?? [];
  const disputed = groups.filter(isGroupDisputed).map(nameGroup);
  const silent = shown.filter(({ low, high }) => low === null && high === null).length;
  return composeAltText(
    definition.altText,
    `${countClaims(shown.length)} by ${claimants} claimants${when}${lens === 'all' ? '' : `, only ${LENS_NAMES[lens]}`}, side by side, not added`,
    [
      largest === undefined ? 'No claims in this view' : `${capitalise(nameGroup(largest))}: ${listSome(figures, 3)}`,
      disputed.length === 0 ? null : `Disputed: ${listSome(disputed, 2)}`,
      silent === 0 ? null : `${silent} without a figure`,
    ],
  );
}
