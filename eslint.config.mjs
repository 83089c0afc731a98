// @ts-check
import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { walls } from './eslint.walls.mjs';

const recharts = { group: ['recharts', 'recharts/*'], message: 'Recharts lives in components/charts only: draw from the chart model there.' };
const pglite = { group: ['@electric-sql/pglite', '@electric-sql/pglite/*'], message: 'Only db/ opens the embedded database: it adds fsync and the directory lock.' };
const betterAuth = { group: ['better-auth', 'better-auth/*'], message: 'Accounts are behind lib/auth.ts and lib/accounts.' };

/** @param {({ group: string[], message: string } | { regex: string, message: string })[]} patterns */
const restrictImports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const config = [
  { ignores: ['.next/**', 'data/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**', 'db/migrations/**', 'bench/embed/peers/**'] },
  ...next,
  ...nextTypescript,
  {
    rules: {
      'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: walls }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Only lib/env.ts reads the environment: ask it.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExpressionStatement[directive="use server"]', message: 'No server actions: mutations are route handlers behind the one guarded wrapper.' },
        { selector: 'TSAsExpression TSTypeReference[typeName.name="Editor"]', message: 'Only lib/auth.ts mints an Editor.' },
      ],
      ...restrictImports([recharts, pglite, betterAuth]),
    },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      ...restrictImports([
        { regex: '^[^.]', message: 'domain imports nothing: no packages, no other room. Hand in what it needs as an argument.' },
      ]),
      'no-restricted-globals': ['error', { name: 'process', message: 'domain is pure.' }, { name: 'fetch', message: 'domain is pure.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The clock is an argument.' },
        { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'The clock is an argument.' },
        { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'domain is pure: chance is an argument.' },
      ],
    },
  },
  { files: ['components/charts/**/*.{ts,tsx}'], rules: restrictImports([pglite, betterAuth]) },
  { files: ['db/**/*.ts'], rules: restrictImports([recharts, betterAuth]) },
  { files: ['lib/auth.ts', 'lib/accounts/**/*.{ts,tsx}'], rules: restrictImports([recharts, pglite]) },
  { files: ['lib/auth.ts'], rules: { 'no-restricted-syntax': ['error', { selector: 'ExpressionStatement[directive="use server"]', message: 'No server actions.' }] } },
  {
    files: ['lib/env.ts', 'scripts/**', 'tests/**', 'bench/**', '*.config.{ts,js,mjs}', 'drizzle.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['tests/**', 'bench/**'], rules: restrictImports([recharts]) },
  {
    files: ['tests/unit/**'],
    ignores: ['**/*.alone.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': ['error', ...['mock', 'doMock', 'stubEnv', 'stubGlobal'].map((property) => ({
        object: 'vi', property, message: 'Unit tests share their modules: name a file that replaces one, or a setting, x.alone.test.ts.',
      }))],
    },
  },
];

export default config;
