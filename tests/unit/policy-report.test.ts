import { fc } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { parsePolicyReport } from '@/lib/inputs/policy-report';

const report = (values: object): string => JSON.stringify({ 'csp-report': { 'document-uri': 'https://ledger.example/search?q=secret#x', 'violated-directive': 'script-src', 'blocked-uri': 'inline', ...values } });

it('keeps page, directive and what was blocked, and no query: it may hold what somebody looked for', () => {
  expect(parsePolicyReport(report({}))).toEqual({ page: 'https://ledger.example/search', directive: 'script-src', blocked: 'inline' });
});

it('takes signs that a terminal or a log would obey out, and cuts', () => {
  const { directive = '', blocked = '' } = parsePolicyReport(report({ 'effective-directive': `a\r\n{"event":"forged"}\u001b[31m`, 'blocked-uri': 'x'.repeat(9_000) })) ?? {};
  expect(directive).not.toMatch(/[\u0000-\u001f\u007f-\uffff]/);
  expect(blocked).toHaveLength(200);
});

it('is null for anything else, and never throws', () => {
  for (const text of ['', '{', '[]', 'null', '{"csp-report":1}', '{"csp-report":{}}']) expect(parsePolicyReport(text)).toBeNull();
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    parsePolicyReport(text);
  }));
});
