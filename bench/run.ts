import { GOAL, measureAsOf, type Shape } from './as-of';

// `npm run bench`: prints what reading as of a release costs, and ends with an error if it costs more than the goal allows.

const measured = await measureAsOf((line) => console.info(line));
const columns = ['shape', 'question', 'release', 'as of', 'rows', 'versioned ms', 'plain ms', 'ratio'];
const lines = measured.map(({ shape, question, moment, asOf, rows, versioned, plain, ratio }) =>
  [shape, question, moment, asOf ?? 'everything', String(rows), versioned.toFixed(2), plain.toFixed(2), ratio.toFixed(2)]);
const widths = columns.map((column, index) => Math.max(column.length, ...lines.map((line) => line[index]?.length ?? 0)));
for (const line of [columns, ...lines]) console.info(line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  '));

// The goal is set for ten vintages a cell. Ten revisions of every reading are more than a ledger sees; they are shown, not judged.
const worstOf = (shape: Shape) => Math.max(...measured.filter((row) => row.shape === shape).map((row) => row.ratio));
console.info(`worst ratio: ${worstOf('vintages').toFixed(2)} with vintages (goal ${GOAL.toFixed(2)} or less), ${worstOf('revisions').toFixed(2)} with revisions`);
if (!(worstOf('vintages') <= GOAL)) process.exitCode = 1;
