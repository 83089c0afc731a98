import type { ReactNode } from 'react';
import type { ChartModel, PeriodMark, PeriodsModel, YearToDateModel } from '@/domain/chart/model';
import { EMPTY_LABELS, type EmptyKind } from '@/domain/reading';
import { EmptyShape } from './shapes/empty-shape';
import { fluidFrame } from './shapes/frame';

interface KeyEntry { readonly id: string; readonly sample: ReactNode; readonly words: string }

const EMPTY_KINDS = Object.keys(EMPTY_LABELS) as EmptyKind[];

function sample(children: ReactNode): ReactNode {
  return <svg className="key-sample s-ink" width="20" height="20" aria-hidden="true">{children}</svg>;
}

function hatched(slug: string, className: string): ReactNode {
  return sample(
    <>
      <pattern id={`${slug}-key-hatch`} width="5" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className="pattern-paper" width="1.8" height="6" /></pattern>
      <rect className={className} x="3" y="3" width="14" height="14" />
      <rect className="hatch" x="3" y="3" width="14" height="14" fill={`url(#${slug}-key-hatch)`} />
    </>,
  );
}

function periodMarks(model: PeriodsModel | YearToDateModel): readonly PeriodMark[] {
  if (model.kind === 'periods') return model.panels.flatMap(({ marks }) => marks).filter(({ status }) => status === 'current');
  return model.lines.flatMap(({ points }) => points);
}

const FORMULA_LENGTH = 100;

/** One or two short formulas stand in the key itself; more of them in the notes and the table. */
function derivedWords({ bands, legend }: PeriodsModel, marks: readonly PeriodMark[]): readonly string[] {
  const formulas = marks.flatMap(({ kind, formula, band, seriesId }) => {
    const name = legend.length > 1 ? ` (${legend.find(({ id }) => id === seriesId)?.label ?? ''})` : '';
    return kind === 'derived' && formula !== null ? [`${bands[band]?.label ?? ''}${name} = ${formula}`] : [];
  });
  const isShort = formulas.length > 0 && formulas.length <= 2 && formulas.every(({ length }) => length <= FORMULA_LENGTH);
  return isShort ? formulas.map((formula) => `derived: ${formula}`) : ['derived from other figures'];
}

function emptyEntries(slug: string, marks: readonly PeriodMark[]): KeyEntry[] {
  return EMPTY_KINDS.filter((kind) => marks.some((mark) => mark.value === null && mark.empty === kind)).map((kind) => ({
    id: kind, words: kind === 'unknown' ? `${EMPTY_LABELS[kind].label} (a dot where room is short)` : EMPTY_LABELS[kind].label,
    sample: sample(<EmptyShape kind={kind} x0={0.1} x1={0.9} y0={1} y1={19} frame={fluidFrame(`${slug}-key`)} />),
  }));
}

const isOpenUp = ({ qualifier }: PeriodMark): boolean => qualifier === 'at-least' || qualifier === 'more-than';

function pointEntries(model: PeriodsModel | YearToDateModel, marks: readonly PeriodMark[]): KeyEntry[] {
  const has = (test: (mark: PeriodMark) => boolean): boolean => marks.some(test);
  const ring = sample(<circle className="point point-ring" cx="10" cy="10" r="4" />);
  // Sums of a year are named at their lines; what they miss stands in the notes.
  if (model.kind === 'year-to-date') return has(({ kind }) => kind === 'derived') ? [{ id: 'derived', sample: ring, words: 'derived from other figures' }] : [];
  const entries: (KeyEntry | false)[] = [
    has(({ kind, isUnconfirmed, isIncomplete, value }) => value !== null && (kind === 'derived' || isUnconfirmed || isIncomplete === true))
      && { id: 'ring', sample: ring, words: 'derived, unconfirmed, or reported before the period was over' },
    has(({ vintages }) => vintages.length > 0) && { id: 'revised', sample: <span className="key-letter">r</span>, words: 'revised: a stroke reaches to the earlier value' },
    has(isOpenUp) && { id: 'open', words: 'at least, or more than', sample: sample(<path className="open-arrow" d="M5.5 9L10 4.5L14.5 9M10 4.5V16" />) },
    has(({ qualifier }) => qualifier === 'nearly') && { id: 'nearly', words: 'nearly: a little below', sample: sample(<path className="open-arrow" d="M5.5 11L10 15.5L14.5 11M10 15.5V4" />) },
    has(({ qualifier }) => qualifier === 'about') && { id: 'about', words: 'about', sample: sample(<circle className="point point-ring point-about" cx="10" cy="10" r="4.5" />) },
  ];
  return [...entries.filter((entry): entry is KeyEntry => entry !== false), ...emptyEntries(model.slug, marks)];
}

function periodEntries(model: ChartModel): KeyEntry[] {
  if (model.kind !== 'periods' && model.kind !== 'year-to-date') return [];
  const marks = periodMarks(model);
  if (model.kind === 'year-to-date' || model.arrangement === 'line') return pointEntries(model, marks);
  const has = (test: (mark: PeriodMark) => boolean): boolean => marks.some(test);
  const entries: (KeyEntry | false)[] = [
    has(({ vintages }) => vintages.length > 0) && { id: 'revised', sample: <span className="key-letter">r</span>, words: 'revised: the cut shows the earlier value' },
    ...(has(({ kind }) => kind === 'derived') ? derivedWords(model, marks).map((words, index) => ({
      id: `derived-${index}`, words, sample: <>{sample(<rect className="bar bar-derived" x="3" y="3" width="14" height="14" />)}<span className="key-letter">d</span></>,
    })) : []),
    has(({ isUnconfirmed }) => isUnconfirmed) && { id: 'unconfirmed', words: 'unconfirmed', sample: <>{sample(<rect className="bar bar-unconfirmed" x="3" y="3" width="14" height="14" />)}<span className="key-letter">?</span></> },
    has(({ isIncomplete, value }) => isIncomplete === true && value !== null) && { id: 'incomplete', words: 'incomplete: reported before the period was over', sample: hatched(model.slug, 'bar') },
    has(isOpenUp) && { id: 'open', words: 'at least, or more than', sample: sample(<path className="open-arrow" d="M5.5 9L10 4.5L14.5 9M10 4.5V16" />) },
    has(({ qualifier }) => qualifier === 'nearly') && { id: 'nearly', words: 'nearly: a little below', sample: sample(<path className="open-arrow" d="M5.5 11L10 15.5L14.5 11M10 15.5V4" />) },
    has(({ qualifier }) => qualifier === 'about') && { id: 'about', words: 'about', sample: <span className="key-letter key-letter-large">~</span> },
  ];
  return [...entries.filter((entry): entry is KeyEntry => entry !== false), ...emptyEntries(model.slug, marks)];
}

function closureEntries(model: ChartModel): KeyEntry[] {
  if (model.kind !== 'closures') return [];
  const { bars } = model;
  const entries: (KeyEntry | false)[] = [
    { id: 'shut', words: 'shut', sample: sample(<rect className="bar" x="1" y="4" width="18" height="12" />) },
    bars.some(({ softFrom, solidFrom, solidTo, softTo, endState }) => softFrom < solidFrom || solidTo < softTo || endState === 'unknown')
      && { id: 'soft', words: 'perhaps shut: the day is unknown or disputed', sample: hatched(model.slug, 'bar bar-possible') },
    bars.some(({ endState }) => endState === 'ongoing') && {
      id: 'ongoing', words: 'still shut when last reported', sample: sample(<><rect className="bar" x="1" y="4" width="12" height="12" /><line className="closure-cap" x1="13" x2="13" y1="1" y2="19" /></>),
    },
    bars.some(({ rivals }) => rivals.length > 0) && { id: 'rival', words: 'another source gives this day', sample: sample(<g className="rival"><path d="M10 2V18M7.5 2H12.5M7.5 18H12.5" /></g>) },
  ];
  return entries.filter((entry): entry is KeyEntry => entry !== false);
}

function shadeEntries(model: ChartModel): KeyEntry[] {
  if (model.kind !== 'periods' || model.closures === undefined) return [];
  const { bars } = model.closures;
  const strip = (children: ReactNode): ReactNode => <svg className="key-sample s-closure" width="20" height="20" aria-hidden="true">{children}</svg>;
  const entries: (KeyEntry | false)[] = [
    { id: 'shut', words: 'shut to trade, as wide as its days', sample: strip(<><rect className="closure" x="3" y="2" width="14" height="6" /><rect className="closure-shade" x="3" y="8" width="14" height="11" /></>) },
    bars.some(({ softFrom, solidFrom, solidTo, softTo, endState }) => softFrom < solidFrom || solidTo < softTo || endState === 'unknown')
      && { id: 'soft', words: 'perhaps shut: the day is unknown or disputed', sample: strip(<><rect className="bar bar-possible" x="3" y="2" width="14" height="6" /><rect className="closure-shade closure-shade-soft" x="3" y="8" width="14" height="11" /></>) },
    bars.some(({ endState }) => endState === 'ongoing') && {
      id: 'ongoing', words: 'still shut when last reported', sample: strip(<><rect className="closure" x="1" y="6" width="12" height="8" /><line className="closure-cap" x1="13" x2="13" y1="3" y2="17" /></>),
    },
    bars.some(({ rivals }) => rivals.length > 0) && { id: 'rival', words: 'another source gives this day', sample: strip(<g className="rival"><path d="M10 2V18M7.5 2H12.5M7.5 18H12.5" /></g>) },
  ];
  return entries.filter((entry): entry is KeyEntry => entry !== false);
}

function otherEntries(model: ChartModel): KeyEntry[] {
  if (model.kind === 'closed-days') {
    return [
      { id: 'least', words: 'days certainly closed', sample: sample(<rect className="bar" x="3" y="3" width="14" height="14" />) },
      { id: 'most', words: 'days possibly closed', sample: hatched(model.slug, 'bar bar-possible') },
    ];
  }
  if (model.kind !== 'claims') return [];
  const has = model.marks.some.bind(model.marks);
  const entries: (KeyEntry | false)[] = [
    has(({ low, high }) => low !== null && high === null) && { id: 'open', words: 'more than, or at least', sample: sample(<path className="claim-arrow" d="M2 10H18M13 5L18 10L13 15" />) },
    has(({ stance, low }) => stance === 'denies' && (low ?? 0) === 0) && { id: 'denial', words: 'denies any', sample: sample(<path className="claim-denial" d="M4.5 4.5L15.5 15.5M15.5 4.5L4.5 15.5" />) },
  ];
  return entries.filter((entry): entry is KeyEntry => entry !== false);
}

/** What the less usual marks of this chart mean; only those it has. */
export function MarkKey({ model }: { model: ChartModel }) {
  const entries = [...periodEntries(model), ...closureEntries(model), ...shadeEntries(model), ...otherEntries(model)];
  if (entries.length === 0) return null;
  return (
    <ul className="mark-key" aria-label="How to read the marks">
      {entries.map(({ id, sample: shown, words }) => <li key={id}><span className="key-samples">{shown}</span>{words}</li>)}
    </ul>
  );
}
