import { describe, expect, it } from 'vitest';
import { coverageOf, sayCoverage } from '@/domain/sentence-coverage';
import { sentence } from './build-rows';

const covering = (...periods: string[]) =>
  coverageOf(sentence('s', { bindings: periods.map((text, index) => ({ name: `b${index}`, kind: 'cell', seriesId: 'crss-fatalities', period: text })) }));

describe('how much of a year a sentence covers', () => {
  it.each([
    [['2025-Q1..Q3', '2024-Q1..Q3'], 'Covers nine of the twelve months of 2025, and the same of 2024.'],
    [['2025', '2025'], 'Covers all of 2025.'],
    [['2025', '2024'], 'Covers all of 2024 and 2025.'],
    [['2023-Q1..Q3', '2022'], 'Covers nine of the twelve months of 2023 and all of 2022: not equally long.'],
    [['2025-Q3', '2025-Q2'], 'Each number covers three of the twelve months of 2025.'],
    [['2025-08'], 'Covers one of the twelve months of 2025.'],
    [['2024-12-31'], 'Covers 1 of the 366 days of 2024.'],
    [['2024-12-30..2025-01-02'], 'Covers 2 of the 366 days of 2024 and 2 of the 365 days of 2025.'],
  ])('%j', (periods, words) => {
    expect(sayCoverage(covering(...periods))).toBe(words);
  });

  it('is silent where nothing is counted over time', () => {
    expect(sayCoverage(covering())).toBeNull();
    expect(sayCoverage(covering('not a period'))).toBeNull();
  });

  it('fills the months that are covered whole', () => {
    expect(covering('2025-Q2')[0]?.months?.map((isCovered) => (isCovered ? 1 : 0)).join('')).toBe('000111000000');
    expect(covering('2025-Q2')[0]).toMatchObject({ days: 91, daysOfYear: 365 });
  });
});
