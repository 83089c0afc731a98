import { spawnSync } from 'node:child_process';

// What importing a large file takes: `npm run bench:import` (300 MB of each kind), `npm run bench:import -- 50`, and with `--postgres` behind it
// on a PostgreSQL server instead of the embedded database.

const [megabytes = '300', ...flags] = process.argv.slice(2);

for (const kind of ['events', 'figures']) {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bench/import/measure.ts', kind, megabytes, '--bare', ...flags], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const measured = JSON.parse(stdout) as Record<string, number | string | object>;
  console.log(Object.entries(measured).map(([name, value]) => `${name}: ${typeof value === 'number' ? Math.round(value * 10) / 10 : JSON.stringify(value)}`).join('\n'), '\n');
}
