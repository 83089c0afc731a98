import { GOAL, measureAsOf } from './as-of';

// `npm run bench`: prints what reading as of a release costs, and ends with an error if it costs more than the goal allows.

const measured = await measureAsOf((line) => console.info(line));
const columns = ['shape', 'question', 'release', 'as of', 'rows', 'versioned ms', 'plain ms', 'ratio'];
const lines = measured.map(({ shape, question, moment, asOf, rows, versioned, plain, ratio }) =>
  [shape, question, moment, asOf ?? 'everything', String(rows), versioned.toFixed(2), plain.toFixed(2), ratio.toFixed(2)]);
const widths = columns.map((column, index) => Math.max(column.length, ...lines.map((line) => line[index]?.length ?? 0)));
for (const line of [columns, ...lines]) console.info(line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '));

const ratios = measured.map((row) => row.ratio).sort((a, b) => a - b);
const worst = ratios.at(-1) ?? Number.NaN;
console.info(`ratio: median ${(ratios[Math.floor(ratios.length / 2)] ?? Number.NaN).toFixed(2)}, worst ${worst.toFixed(2)}, goal ${GOAL.toFixed(2)} or less`);
if (!(worst <= GOAL)) process.exitCode = 1;
