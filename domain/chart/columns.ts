// Every column of a chart's files means the same wherever it stands; here is what.

export interface ChartColumn {
  /** `day`: a calendar day, ISO. Other dates may be as short as a year and are text. */
  readonly type: 'text' | 'number' | 'day';
  readonly note: string;
}

const text = (note: string): ChartColumn => ({ type: 'text', note });
const number = (note: string): ChartColumn => ({ type: 'number', note });
const day = (note: string): ChartColumn => ({ type: 'day', note });

export const CHART_COLUMNS: Readonly<Record<string, ChartColumn>> = {
  series: text('Series: one thing counted by one organisation in one area.'),
  organisation: text('Who counts.'),
  indicator: text('What is counted.'),
  geography: text('Where.'),
  breakdown: text('Which part of the whole; all means the whole.'),
  period: text('The period, such as 2025, 2025-Q3, 2025-10 or 2025-Q1..Q3.'),
  period_start: day('First day of the period.'),
  period_end: day('Last day of the period, inclusive.'),
  value: number('The figure. Empty where there is none: see empty.'),
  value_low: number('The least the figure can mean. Empty where it is open below.'),
  value_high: number('The most the figure can mean. Empty where it is open above (at-least, more-than) or where there is no figure.'),
  qualifier: text('How the source put it: exact, at-least, more-than, about, nearly.'),
  empty: text('Why there is no figure: not-yet-reported, not-collected, withheld, unknown. A zero is a figure.'),
  kind: text('reported: printed by the source; derived: computed from printed figures.'),
  status: text('current; superseded by a later value; withdrawn, and then not to be used.'),
  reported_on: day('The day on which the source reported it.'),
  revised: number('The figure that this one took the place of.'),
  release: number('The release of Frontier Ledger that these rows are from.'),
  closure: text('The closure.'),
  crossing: text('The border crossing.'),
  lane: text('Who was shut out: trade, pedestrian, returnees, all.'),
  start: day('The day it shut.'),
  start_precision: text('day or month: how exactly the start is known.'),
  start_low: day('The earliest day it may have shut.'),
  start_high: day('The latest day it may have shut.'),
  end: day('The day it opened again. Days closed are counted from start to end without the end. Empty where unknown.'),
  end_state: text('reopened; ongoing on the last day known; unknown.'),
  end_precision: text('day or month: how exactly the end is known.'),
  end_low: day('The earliest day it may have opened.'),
  end_high: day('The latest day it may have opened.'),
  known_on: day('The last day on which a source says it was shut.'),
  reason: text('The reason given.'),
  days_low: number('Days closed at least.'),
  days_high: number('Days closed at most.'),
  claim: text('The claim.'),
  incident: text('The incident that it is about.'),
  incident_start: day('First day of the incident.'),
  incident_end: day('Last day of the incident.'),
  claimant: text('Who says so.'),
  lens: text('Whose account it is: pakistan, taliban, independent, other.'),
  losses_of: text('Whose losses are spoken of.'),
  measure: text('killed, wounded, captured, posts-seized, other.'),
  stance: text('claims; admits (own losses); denies. A denial has no number, which is not zero.'),
  said_on: day('The day it was said.'),
  point: text('The point of the map.'),
  nature: text('crossing or incident.'),
  name: text('Its name.'),
  longitude: number('Degrees east, WGS 84.'),
  latitude: number('Degrees north, WGS 84.'),
  day: day('The day that the state is known for, or the first day of the incident.'),
  trade: text('State of the lane for goods: open, closed, unknown.'),
  pedestrian: text('State of the lane for people on foot: open, closed, unknown.'),
  returnees: text('State of the lane for people sent back: open, closed, unknown.'),
  citation_title: text('Title of the source; several are divided by a bar.'),
  citation_publisher: text('Who published it.'),
  citation_date: text('When it was published, as exactly as it says.'),
  citation_url: text('Where it can be read.'),
  sources: text('Numbers of the sources on the second sheet.'),
};
