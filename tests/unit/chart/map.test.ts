import { describe, expect, test } from 'vitest';
import { buildChart } from '@/domain/chart/build';
import type { MapModel } from '@/domain/chart/model';
import { WHOLE_VIEW } from '@/domain/chart/view';
import { BORDER_CLASHES, chartRows, definition } from './rows-fixture';

const build = (asOf: string | null = null, rows = chartRows({ asOf })) => buildChart(definition('map'), rows);
const pointOf = (model: MapModel, id: string) => model.points.find((point) => point.id === id);

describe('map', () => {
  test('a crossing stands as it was on the last day its record reaches', () => {
    const torkham = pointOf(build(), 'torkham');
    expect(torkham).toMatchObject({ nature: 'crossing', day: '2026-03-11', longitude: 71.1, latitude: 34.12 });
    expect(torkham?.lanes.map(({ lane, state }) => [lane, state])).toEqual([['trade', 'closed'], ['pedestrian', 'closed'], ['returnees', 'closed']]);
    expect(torkham?.spoken).toBe('Torkham on 11 Mar 2026, the last day the record reaches: closed to all.');
  });

  test('an earlier day has its own state', () => {
    const torkham = pointOf(build('2025-11-15'), 'torkham');
    expect(torkham?.day).toBe('2025-11-15');
    expect(torkham?.lanes.map(({ state }) => state)).toEqual(['closed', 'closed', 'open']);
  });

  test('a view until a day shows that day', () => {
    const model = buildChart(definition('map'), chartRows(), { ...WHOLE_VIEW, to: '2025-03-01' });
    expect(pointOf(model, 'torkham')?.day).toBe('2025-03-01');
    expect(model.points.some(({ nature }) => nature === 'incident')).toBe(false);
  });

  test('incidents stand where their places lie; what has no coordinates is named', () => {
    const model = build();
    expect(pointOf(model, 'i-2025-10-11-border_kurram')).toMatchObject({ nature: 'incident', longitude: 70.1, latitude: 33.87, day: '2025-10-11' });
    expect(model.unplaced).toEqual(['Badini', 'Border clashes of 11-12 October 2025: Barmal']);
    expect(model.notes.join(' ')).toContain('Not on the map, because no coordinates are known: Badini and Border clashes');
    expect(model.table.rows.find(({ cells }) => cells[0]?.text === 'Badini')?.cells.map(({ text }) => text)).toContain('No closure on record, state not known');
  });

  test('a point knows its place, its event and its state in words, and the map whose line it draws', () => {
    const model = build();
    const kurram = pointOf(model, 'i-2025-10-11-border_kurram');
    expect(kurram?.place?.name).toBe('Kurram');
    expect(kurram?.event).toEqual({ title: BORDER_CLASHES.title, when: '11–12 October 2025' });
    expect(pointOf(model, 'torkham')).toMatchObject({ state: 'closed to all' });
    expect(model.notes[0]).toContain('Afghanistan does not recognise the line');
  });

  test('an incident without any place is named too', () => {
    const rows = chartRows({ incidents: [{ ...BORDER_CLASHES, placeIds: [] }] });
    expect(build(null, rows).unplaced).toContain(BORDER_CLASHES.title);
  });

  test('incidents after the vintage day are left out, and missing ones are an error only today', () => {
    expect(build('2025-01-01', chartRows({ asOf: '2025-01-01', incidents: [] })).points.every(({ nature }) => nature === 'crossing')).toBe(true);
    expect(() => build(null, chartRows({ incidents: [] }))).toThrow(expect.objectContaining({ fault: 'unknown-incident' }));
  });

  test('a crossing without a record is unknown, not open', () => {
    const model = build('2025-07-10');
    expect(pointOf(model, 'chaman')?.lanes.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
