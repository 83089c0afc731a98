import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** A planted violation: this import or statement in that file must be refused by that rule. */
interface Planted {
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const PATHS = 'import/no-restricted-paths';
const IMPORTS = 'no-restricted-imports';

const planted: Planted[] = [
  { file: 'domain/planted.ts', code: `import { getDatabase } from '../db/client';\nexport const x = getDatabase;`, rule: PATHS },
  { file: 'domain/chart/planted.ts', code: `import { env } from '../../lib/env';\nexport const x = env;`, rule: PATHS },
  { file: 'domain/planted.ts', code: `import { scaleLinear } from 'd3-scale';\nexport const x = scaleLinear;`, rule: IMPORTS },
  { file: 'domain/planted.ts', code: `export const now = () => new Date();`, rule: 'no-restricted-syntax' },
  { file: 'domain/planted.ts', code: `export const now = () => Date.now();`, rule: 'no-restricted-syntax' },
  { file: 'db/queries/planted.ts', code: `import { mintSystemEditor } from '../../lib/auth';\nexport const x = mintSystemEditor;`, rule: PATHS },
  { file: 'db/queries/planted.ts', code: `import { ChartFigure } from '../../components/charts/chart-figure';\nexport const x = ChartFigure;`, rule: PATHS },
  { file: 'components/charts/planted.tsx', code: `import { getDatabase } from '@/db/client';\nexport const x = getDatabase;`, rule: PATHS },
  { file: 'components/sources/planted.tsx', code: `import { readChart } from '@/lib/reads/chart';\nexport const x = readChart;`, rule: PATHS },
  { file: 'components/layout/planted.tsx', code: `import { BarChart } from 'recharts';\nexport const x = BarChart;`, rule: IMPORTS },
  { file: 'app/(site)/planted.tsx', code: `import { LineChart } from 'recharts';\nexport const x = LineChart;`, rule: IMPORTS },
  { file: 'app/(site)/planted.tsx', code: `import { findCurrentRelease } from '@/db/queries/find-current-release';\nexport const x = findCurrentRelease;`, rule: PATHS },
  { file: 'app/admin/planted/page.tsx', code: `import { publishChangeset } from '@/db/mutations/publish-changeset';\nexport const x = publishChangeset;`, rule: PATHS },
  { file: 'lib/reads/planted.ts', code: `import { publishChangeset } from '@/db/mutations/publish-changeset';\nexport const x = publishChangeset;`, rule: PATHS },
  { file: 'lib/inputs/planted.ts', code: `import { getDatabase } from '@/db/client';\nexport const x = getDatabase;`, rule: PATHS },
  { file: 'lib/planted.ts', code: `import { ChartFigure } from '@/components/charts/chart-figure';\nexport const x = ChartFigure;`, rule: PATHS },
  { file: 'lib/planted.ts', code: `import { PGlite } from '@electric-sql/pglite';\nexport const x = PGlite;`, rule: IMPORTS },
  { file: 'scripts/planted.ts', code: `import { PGlite } from '@electric-sql/pglite';\nexport const x = PGlite;`, rule: IMPORTS },
  { file: 'app/(site)/planted.tsx', code: `import { betterAuth } from 'better-auth';\nexport const x = betterAuth;`, rule: IMPORTS },
  { file: 'app/(site)/planted.tsx', code: `export const port = process.env.PORT;`, rule: 'no-restricted-properties' },
  { file: 'db/planted.ts', code: `export const url = process.env.DATABASE_URL;`, rule: 'no-restricted-properties' },
  { file: 'app/admin/planted.ts', code: `'use server';\nexport async function save() {}`, rule: 'no-restricted-syntax' },
  {
    file: 'app/admin/planted/route.ts',
    code: `import type { Editor } from '@/domain/editor';\nexport const forged = { id: 'x', name: 'x', role: 'admin' } as unknown as Editor;`,
    rule: 'no-restricted-syntax',
  },
  { file: 'lib/planted.ts', code: `import { startPostgres } from '../tests/fixtures/postgres-server';\nexport const x = startPostgres;`, rule: PATHS },
];

/** The same imports from the rooms that may make them: a wall that refuses everything is no wall. */
const allowed: { file: string; code: string }[] = [
  { file: 'db/queries/planted.ts', code: `import { parsePeriod } from '../../domain/period';\nexport const x = parsePeriod;` },
  { file: 'db/planted.ts', code: `import { env } from '../lib/env';\nexport const x = env;` },
  { file: 'lib/reads/planted.ts', code: `import { findCurrentRelease } from '@/db/queries/find-current-release';\nexport const x = findCurrentRelease;` },
  { file: 'components/charts/planted.tsx', code: `import { BarChart } from 'recharts';\nexport const x = BarChart;` },
  { file: 'app/api/admin/planted/route.ts', code: `import { publishChangeset } from '@/db/mutations/publish-changeset';\nexport const x = publishChangeset;` },
  { file: 'app/(site)/planted.tsx', code: `import { readChart } from '@/lib/reads/chart';\nexport const x = readChart;` },
];

describe('the walls of the house', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: process.cwd() });
  });

  const broken = async (file: string, code: string) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: file });
    return (result?.messages ?? []).filter((message) => message.severity === 2).map((message) => message.ruleId ?? message.message);
  };

  it.each(planted)('refuses in $file: $code', async ({ file, code, rule }) => {
    expect(await broken(file, code)).toContain(rule);
  });

  it.each(allowed)('allows in $file: $code', async ({ file, code }) => {
    expect(await broken(file, code)).toEqual([]);
  });
});
