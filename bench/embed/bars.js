// @ts-check
// The 16 bars that every page draws: quarters of four years.

/** @type {readonly { period: string, year: number, quarter: number, value: number }[]} */
export const BARS = [
  448, 391, 405, 276, 358, 426, 445, 295, 432, 380, 722, 1012, 897, 616, 901, 1003,
].map((value, index) => {
  const [year, quarter] = [2022 + Math.floor(index / 4), (index % 4) + 1];
  return { period: `Q${quarter} ${year}`, year, quarter, value };
});

export const TITLE = 'Deaths from violence by quarter';
