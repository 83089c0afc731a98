import { describe, expect, it } from 'vitest';
import { placeClaimTime } from '@/components/charts/geometry/place-claim-time';
import { buildChart } from '@/domain/chart/build';
import { claimDays } from '@/domain/chart/claim-days';
import { incidentDefinition } from '@/domain/chart/incident-definition';
import { toEpochDay } from '@/domain/period';
import { seedChartRows } from '../../fixtures/starting-data';

const ROWS = seedChartRows(2);

function timelineOf(incidentId: string, asOf: string | null = null) {
  const incident = ROWS.incidents.find(({ id }) => id === incidentId);
  if (incident === undefined) throw new Error(`no incident ${incidentId}`);
  const claims = ROWS.claims.filter((one) => one.incidentId === incidentId);
  const model = buildChart(incidentDefinition(incident, ROWS.places), { ...ROWS, asOf, incidents: [incident], claims }, { from: null, to: null, lens: 'all' });
  const claimants = new Map(claims.map(({ id, claimantId }) => [id, claimantId]));
  const span = { start: incident.start, end: incident.end, days: claimDays(claims).map(({ day }) => day) };
  return { model, timeline: placeClaimTime(model, span, ({ id }) => claimants.get(id) ?? id) };
}

const panelOf = (incidentId: string, id: string, asOf: string | null = null) => timelineOf(incidentId, asOf).timeline?.panels.find((panel) => panel.id === id);

describe('claims by the day they were said', () => {
  it('stand at equal distances for equal spans of days, and where they stood whatever day is asked for', () => {
    const { timeline } = timelineOf('2026-02-26-openwar');
    const at = new Map(timeline?.panels.flatMap(({ claims }) => claims.map(({ mark, x }) => [mark.saidOn, x] as const)));
    const days = [...at].map(([day, x]) => ({ epoch: toEpochDay(day ?? ''), x })).sort((a, b) => a.epoch - b.epoch);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no days');
    const perDay = (last.x - first.x) / (last.epoch - first.epoch);
    for (const { epoch, x } of days) expect(x).toBeCloseTo(first.x + (epoch - first.epoch) * perDay, 9);
    const early = panelOf('2026-02-26-openwar', 'taliban-forces-killed', '2026-02-28');
    for (const { mark, x } of early?.claims ?? []) expect(x).toBe(at.get(mark.saidOn));
    expect(timelineOf('2026-02-26-openwar', '2026-02-28').timeline?.asOf).toBeCloseTo((at.get('2026-02-28') ?? 0) + perDay / 2, 9);
  });

  it('join the figures of one claimant and of nobody else, upward from 36 to 641', () => {
    const panel = panelOf('2026-02-26-openwar', 'taliban-forces-killed');
    const run = panel?.runs.find(({ id }) => id === 'pakistan-government');
    const levels = [...new Set(run?.points.map(({ y }) => y))];
    expect(levels).toHaveLength(7);
    expect(levels.toSorted((a, b) => b - a)).toEqual(levels);
    expect(panel?.claims.filter(({ label }) => label !== 'never').map(({ mark }) => mark.label)).toEqual(expect.arrayContaining(['36', '133', '641', '8', '13']));
  });

  it('show nine and then at least twenty own dead of the Taliban', () => {
    const panel = panelOf('clashes-october', 'taliban-forces-killed');
    expect(panel?.claims.map(({ mark }) => mark.label)).toEqual(['9', '≥ 20']);
    expect(panel?.runs[0]?.points.map(({ y }) => y)).toEqual([...(panel?.runs[0]?.points ?? [])].map(({ y }) => y).toSorted((a, b) => b - a));
  });

  it('never put a denial or a missing figure on the axis, nor one mark over another', () => {
    for (const { id } of ROWS.incidents) {
      for (const { claims, strip, axis } of timelineOf(id).timeline?.panels ?? []) {
        for (const claim of claims) {
          if (claim.shape !== 'figure' && (claim.mark.low ?? claim.mark.high) === null) expect(claim.y).toBe(strip);
          else expect(claim.y).toBeLessThanOrEqual(axis.base);
        }
        const places = claims.filter(({ shape }) => shape === 'figure').map(({ x, dx, y }) => `${x} ${dx} ${Math.round(y)}`);
        expect(new Set(places).size).toBe(places.length);
      }
    }
  });

  it('has nothing to tell where no two figures have a day', () => {
    expect(timelineOf('2023-10-chaman').timeline).toBeNull();
  });
});
