import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ChartFigure } from '@/components/charts/chart-figure';
import { ChartTable } from '@/components/charts/chart-table';
import { placeAnnotations } from '@/components/charts/geometry/annotations';
import { placeClaims } from '@/components/charts/geometry/place-claims';
import { placeClosures } from '@/components/charts/geometry/place-closures';
import { placePeriods } from '@/components/charts/geometry/place-periods';
import { placeYearToDate, spread } from '@/components/charts/geometry/place-year-to-date';
import { FIT_STEPS, fitClass, wrapText } from '@/components/charts/geometry/text-fit';
import { StaticDrawing } from '@/components/charts/static-drawing';
import { nearestMark, stepFrom } from '@/components/charts/walk/walk-mark';
import { walkMarks } from '@/components/charts/walk/walk-marks';
import { ANNOTATIONS, ATTACKS, CLAIMS, CLOSED_DAYS, CLOSURES, FATALITIES, GROUPED, LINE, MODELS, ODDITIES, STACKED, YEAR_TO_DATE } from '@/tests/fixtures/models';

const draw = (model: (typeof MODELS)[number]): string => renderToStaticMarkup(<StaticDrawing model={model} />);

/** The markup of each mark, by id. */
function marksIn(markup: string): ReadonlyMap<string, string> {
  return new Map([...markup.matchAll(/<a [^>]*data-mark="([^"]*)"[^>]*>.*?<\/a>/g)].map((match) => [match[1] ?? '', match[0]]));
}

function markIdsOf(model: (typeof MODELS)[number]): string[] {
  switch (model.kind) {
    case 'periods': return model.panels.flatMap(({ marks }) => marks.map(({ id }) => id));
    case 'year-to-date': return model.lines.flatMap(({ points }) => points.map(({ id }) => id));
    case 'closures': return model.bars.map(({ id }) => id);
    case 'closed-days': return model.panels.flatMap(({ marks }) => marks.map(({ id }) => id));
    case 'claims': return model.marks.map(({ id }) => id);
    case 'map': return model.points.map(({ id }) => id);
  }
}

describe.each(MODELS.map((model) => [model.slug, model] as const))('the static drawing of %s', (_, model) => {
  const markup = draw(model);
  const marks = marksIn(markup);

  it('draws every mark once, as a link to its source with its spoken text', () => {
    const ids = markIdsOf(model);
    expect([...marks.keys()].sort()).toEqual([...ids].sort());
    for (const mark of marks.values()) {
      expect(mark).toMatch(new RegExp(`href="#${model.slug}-(source-\\d+|table)"`));
      expect(mark).toMatch(/<title>[^<]+<\/title>/);
    }
  });

  it('never scales text, has no finite width but the percentages, and prints no broken number', () => {
    // The land of a map, which has no words, is the one thing that is stretched with its box; samples of a legend have a fixed size.
    const [land = ''] = /<svg class="map-land".*?<\/svg>/.exec(markup) ?? [];
    expect(land).not.toContain('<text');
    expect(markup.replace(land, '').replaceAll(/<svg class="swatch" width="\d+" height="\d+" viewBox/g, '')).not.toContain('viewBox');
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).toMatch(/<svg class="plot-svg" width="100%"/);
    expect(markup).not.toContain('role="application"');
  });

  it('leads every link to an element of the figure', () => {
    const figure = renderToStaticMarkup(<ChartFigure model={model} modelUrl="/model.json" />);
    const ids = new Set([...figure.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const targets = [...figure.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(ids).toContain(target);
    expect(ids.size).toBe([...figure.matchAll(/ id="([^"]+)"/g)].length);
  });

  it('lets pointer and keys reach the same marks', () => {
    if (model.kind === 'map') return;
    expect(walkMarks(model, new Set()).map(({ id }) => id).sort()).toEqual([...marks.keys()].sort());
  });
});

describe('positions', () => {
  it('stands each bar where the value axis and the band say', () => {
    const { panels } = placePeriods(FATALITIES);
    const panel = panels[0];
    expect(panel).toBeDefined();
    for (const { mark, x0, x1, y0, y1 } of panel?.marks ?? []) {
      expect(y1).toBe(panel?.axis.base);
      expect(y0).toBeCloseTo((panel?.axis.base ?? 0) - ((mark.value ?? 0) / 1200) * 250, 2);
      expect((x0 + x1) / 2).toBeCloseTo((mark.band + 0.5) / 12, 6);
    }
    const markup = draw(FATALITIES);
    const q4 = panel?.marks.find(({ mark }) => mark.id.endsWith('2024-Q4'));
    expect(markup).toContain(`x="${Number(((q4?.x0 ?? 0) * 100).toFixed(4))}%" y="${q4?.y0}"`);
  });

  it('stacks on the spans of the model, and closes the stack when a series is switched off', () => {
    const [whole] = placePeriods(STACKED).panels;
    const [rest] = placePeriods(STACKED, new Set(['civilians'])).panels;
    const foot = (panel: typeof whole, series: string): number | undefined => panel?.marks.find(({ mark }) => mark.band === 0 && mark.seriesId === series)?.y1;
    expect(foot(whole, 'security')).toBeCloseTo(whole?.axis.y(103) ?? 0, 6);
    expect(foot(rest, 'security')).toBe(rest?.axis.base);
    expect(rest?.marks.some(({ mark }) => mark.seriesId === 'civilians')).toBe(false);
  });

  it('sets bars of one band side by side without touching', () => {
    const marks = placePeriods(GROUPED).panels[0]?.marks.filter(({ mark }) => mark.band === 5) ?? [];
    expect(marks).toHaveLength(3);
    for (let i = 1; i < marks.length; i += 1) expect(marks[i]?.x0).toBeGreaterThan(marks[i - 1]?.x1 ?? 1);
  });

  it('draws no line over a gap', () => {
    const [panel] = placePeriods({ ...LINE, panels: LINE.panels.map((one) => ({ ...one, marks: one.marks.filter(({ band }) => band !== 4) })) }).panels;
    expect(panel?.segments).toHaveLength(3 * (3 + 5));
  });

  it('starts every year at nothing and ends the unfinished one where its figures end', () => {
    const { lines, axis } = placeYearToDate(YEAR_TO_DATE);
    for (const line of lines) expect(line.segments[0]).toMatchObject({ x0: 0, y0: axis.base });
    expect(lines.find(({ id }) => id === '2025')?.end).toMatchObject({ x: 0.75, isAtEdge: false, text: '2,414 so far' });
  });

  it('keeps names of lines apart and on the plot', () => {
    const placed = spread([100, 101, 99, 300], 15, 290);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i += 1) expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...placed)).toBeLessThanOrEqual(290);
  });

  it('gives a closure its days, not whole quarters, and soft edges outside the certain days', () => {
    const { bars } = placeClosures(CLOSURES);
    const days = CLOSURES.axis.to - CLOSURES.axis.from;
    for (const { bar, softX0, x0, x1, softX1 } of bars) {
      expect((x1 - x0) * days).toBeCloseTo(bar.solidTo - bar.solidFrom, 6);
      expect(softX0).toBeLessThanOrEqual(x0);
      expect(softX1).toBeGreaterThanOrEqual(x1);
    }
    expect(bars.filter(({ endWords }) => endWords !== null).length).toBe(5);
  });

  it('gives every claim a row of its own and each group its own axis', () => {
    const { groups } = placeClaims(CLAIMS);
    for (const { claims } of groups) {
      const ys = claims.map(({ y }) => y);
      expect(new Set(ys).size).toBe(ys.length);
      expect([...ys].sort((a, b) => a - b)).toEqual(ys);
    }
    const at = (id: string): number | undefined => groups.flatMap(({ claims }) => claims).find(({ mark }) => mark.id === id)?.x0;
    expect(at('claim-0-0')).toBeCloseTo(58 / 60, 6);
    expect(at('claim-1-0')).toBeCloseTo(200 / 250, 6);
  });

  it('keeps labels of annotations off each other and off the rules', () => {
    const { mode, items } = placeAnnotations(ANNOTATIONS, (at) => at / 12);
    expect(mode).toBe('labels');
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const crowd = Array.from({ length: 30 }, (_, index) => ({ ...ANNOTATIONS[0], id: String(index), at: 11 + index / 40, day: '2025-10-11', label: 'One of many', description: '', citations: [] }));
    expect(placeAnnotations(crowd, (at) => at / 12).mode).toBe('ticks');
  });
});

describe('marks that are not plain figures', () => {
  const markup = draw(ODDITIES);
  const mark = (quarter: string): string => marksIn(markup).get(`crss-violence-fatalities-pakistan_${quarter}`) ?? '';
  const shape = (quarter: string): string => mark(quarter).replace(/<title>.*?<\/title>/, '').replace(/(href|data-mark|x|x1|x2|cx)="[^"]*"/g, '');

  it('draws the four empties in four ways, none like zero', () => {
    const looks = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'].map(shape);
    expect(new Set(looks).size).toBe(5);
    expect(looks.slice(0, 4).every((look) => look.includes('class="empty'))).toBe(true);
    expect(mark('2025-Q1')).toContain('class="bar"');
    expect(mark('2025-Q1')).toContain('>0<');
  });

  it('leaves at least and more than open upwards, nearly downwards, about torn', () => {
    expect(mark('2023-Q1')).toContain('fade-up');
    expect(mark('2023-Q2')).toContain('open-arrow');
    expect(mark('2023-Q3')).toContain('torn');
    expect(mark('2023-Q3')).toContain('~450');
    expect(mark('2023-Q4')).toContain('open-arrow-inside');
  });

  it('outlines the unconfirmed with a question mark, hatches the unfinished, cuts the revised at its old value', () => {
    expect(mark('2025-Q2')).toContain('bar-unconfirmed');
    expect(mark('2025-Q2')).toMatch(/letters[^>]*>\?</);
    expect(mark('2025-Q3')).toContain('class="hatch"');
    expect(mark('2025-Q4')).toContain('class="notch"');
    expect(mark('2025-Q4')).toMatch(/letters[^>]*>r</);
    expect(marksIn(draw(FATALITIES)).get('crss-violence-fatalities-pakistan_2025-Q4')).toContain('bar-derived');
  });

  it('tells a denial from a claim without a figure, and strikes the withdrawn through', () => {
    const claims = marksIn(draw(CLAIMS));
    expect(claims.get('claim-2-2')).toContain('claim-denial');
    expect(claims.get('claim-2-1')).toContain('claim-label-no-figure');
    expect(claims.get('claim-1-0')).toContain('claim-arrow');
    expect(claims.get('claim-1-3')).toContain('claim-range');
    expect(claims.get('claim-2-3')).toContain('claim-label-withdrawn');
  });

  it('hatches the days that are only possible', () => {
    const days = marksIn(draw(CLOSED_DAYS));
    expect(days.get('days-torkham-3')).toContain('bar-possible');
    expect(days.get('days-torkham-0')).not.toContain('bar-possible');
  });

  it('says in the table what the empties are, and keeps withdrawn rows', () => {
    const table = renderToStaticMarkup(<ChartTable model={ODDITIES} />);
    expect(table).toContain('<del>');
    expect(table).toContain('scope="row"');
    expect(table).toContain('scope="col"');
    const spoken = [...table.matchAll(/class="visually-hidden">([^<]+)</g)].map((match) => match[1]);
    expect(new Set(spoken).size).toBe(4);
    expect(renderToStaticMarkup(<ChartTable model={FATALITIES} />)).toContain('revised from 615');
  });
});

describe('texts', () => {
  it('shows a text only where the container query lets it fit', () => {
    expect(fitClass(150)).toBe('');
    expect(fitClass(FIT_STEPS[1] + 1)).toBe(`fit-${FIT_STEPS[2]}`);
    expect(fitClass(99_999)).toBe('fit-never');
  });

  it('breaks long names into lines that fit', () => {
    expect(wrapText('Pakistan ISPR', 13, 236)).toEqual(['Pakistan ISPR']);
    expect(wrapText('Islamic Emirate ministry of defence spokesman Enayatullah Khwarazmi', 13, 236).length).toBeGreaterThan(1);
  });
});

describe('the walk', () => {
  const marks = walkMarks(ATTACKS, new Set());

  it('begins at the first mark, goes along a series, and changes series at the same month', () => {
    const first = stepFrom(marks, null, 'right');
    expect(first?.id).toBe('picss_2023-01');
    const second = stepFrom(marks, first, 'right');
    expect(second?.id).toBe('picss_2023-02');
    expect(stepFrom(marks, second, 'down')?.id).toBe('ttp_2023-02');
    expect(stepFrom(marks, second, 'up')?.id).toBe('picss_2023-02');
    expect(stepFrom(marks, second, 'last')?.id).toBe('ttp_2025-12');
    expect(stepFrom(marks, first, 'left')?.id).toBe('picss_2023-01');
  });

  it('finds the bar over the whole height of its plot, and no mark of another plot', () => {
    expect(nearestMark(marks, 0, 515, 3, 1000)?.id).toBe('picss_2024-07');
    expect(nearestMark(marks, 1, 515, 3, 1000)?.id).toBe('ttp_2024-07');
    expect(nearestMark(marks, 7, 500, 3, 1000)).toBeNull();
  });

  it('leaves out what the reader switched off', () => {
    expect(walkMarks(STACKED, new Set(['militants'])).some(({ seriesId }) => seriesId === 'militants')).toBe(false);
  });
});
