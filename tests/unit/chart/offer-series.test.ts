import { describe, expect, it } from 'vitest';
import { whyNotArranged, whyNotBeside } from '@/domain/chart/offer-series';
import { ATTACKS, CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, FATALITIES, PICSS_ATTACKS } from './rows-fixture';

const FAMILY = { series: [CRSS_ALL, CRSS_CIVILIANS, CRSS_OUTLAWS, PICSS_ATTACKS], indicators: [FATALITIES, ATTACKS] };

describe('a series beside those chosen', () => {
  it('may be stacked only on parts that are proved to be apart from it', () => {
    expect(whyNotBeside(CRSS_OUTLAWS, [CRSS_CIVILIANS], 'stacked', FAMILY)).toBeNull();
    expect(whyNotBeside(CRSS_ALL, [CRSS_CIVILIANS], 'stacked', FAMILY)).toContain('may count the same people twice');
    expect(whyNotBeside(PICSS_ATTACKS, [CRSS_CIVILIANS], 'stacked', FAMILY)).toContain('count different things');
  });

  it('shares an axis only with its own unit, and panels with anything', () => {
    for (const arrangement of ['grouped', 'line'] as const) {
      expect(whyNotBeside(CRSS_ALL, [CRSS_CIVILIANS], arrangement, FAMILY)).toBeNull();
      expect(whyNotBeside(PICSS_ATTACKS, [CRSS_CIVILIANS], arrangement, FAMILY)).toContain('different units (deaths, attacks)');
    }
    expect(whyNotBeside(PICSS_ATTACKS, [CRSS_CIVILIANS], 'panels', FAMILY)).toBeNull();
  });

  it('is judged without itself, and takes the place of the other in a chart of one', () => {
    expect(whyNotBeside(CRSS_CIVILIANS, [CRSS_CIVILIANS], 'stacked', FAMILY)).toBeNull();
    expect(whyNotBeside(PICSS_ATTACKS, [CRSS_CIVILIANS], 'single', FAMILY)).toBeNull();
  });
});

describe('an arrangement of those chosen', () => {
  it.each([
    ['single', [CRSS_ALL], false, null],
    ['single', [CRSS_ALL, CRSS_OUTLAWS], false, 'One series only'],
    ['stacked', [CRSS_ALL], false, 'two parts or more'],
    ['stacked', [CRSS_CIVILIANS, CRSS_OUTLAWS], false, null],
    ['stacked', [CRSS_ALL, CRSS_OUTLAWS], false, 'the same people twice'],
    ['panels', [CRSS_ALL, PICSS_ATTACKS], false, null],
    ['panels', [CRSS_ALL], true, 'one plot'],
    ['line', [CRSS_ALL, PICSS_ATTACKS], false, 'different units'],
  ] as const)('%s of %o', (arrangement, chosen, hasClosures, reason) => {
    const said = whyNotArranged(arrangement, chosen, FAMILY, hasClosures);
    if (reason === null) expect(said).toBeNull();
    else expect(said).toContain(reason);
  });
});
