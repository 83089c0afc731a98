import { describe, expect, it } from 'vitest';
import { countedBy } from '@/domain/counting-rule';

describe('what a count takes in', () => {
  it('deaths in attacks and operations take in all', () => {
    expect(countedBy({ unit: 'deaths', includes: ['civilians', 'security-personnel', 'militants', 'attacks', 'operations'] })).toEqual({
      civilians: 'counted', security: 'counted', militants: 'counted', attacks: 'counted', operations: 'counted',
    });
  });

  it('what a definition does not name beside others of its sort is left out', () => {
    expect(countedBy({ unit: 'deaths', includes: ['civilians', 'security-personnel', 'militants-in-attacks', 'attacks'] })).toMatchObject({ militants: 'partly', operations: 'left-out' });
  });

  it('a definition that names nothing says nothing', () => {
    expect(countedBy({ unit: 'deaths', includes: ['terrorism-deaths'] })).toEqual({ civilians: 'not-said', security: 'not-said', militants: 'not-said', attacks: 'not-said', operations: 'not-said' });
  });

  it('kinds of people do not apply to a count of attacks', () => {
    expect(countedBy({ unit: 'attacks', includes: ['militant-attacks'] })).toEqual({ civilians: null, security: null, militants: null, attacks: 'counted', operations: 'left-out' });
  });
});
