import { describe, expect, test } from 'vitest';
import { actionName, auditFields, namedIn, subjectName } from '@/domain/audit';
import { parseAuditCursor, parseAuditFilter, printAuditFilter } from '@/lib/inputs/audit-filter';

describe('the fields of an entry', () => {
  const period = { kind: 'quarter', start: '2025-07-01', end: '2025-09-30' };
  const citations = [{ sourceId: 'crss', locator: 'p. 3', quote: null, paraphrase: '901 deaths', role: 'main' }];

  test('are told from each other and printed in words', () => {
    const before = { change: 'add', content: { value: 615, period, isUnconfirmed: false, note: null }, citations: [] };
    const after = { change: 'update', content: { value: 616, period, isUnconfirmed: false, note: null, tags: ['a', 'b'] }, citations };
    expect(auditFields(before, after)).toEqual([
      { name: 'value', before: '615', after: '616', isChanged: true },
      { name: 'period', before: 'Q3 2025', after: 'Q3 2025', isChanged: false },
      { name: 'isUnconfirmed', before: 'no', after: 'no', isChanged: false },
      { name: 'note', before: 'none', after: 'none', isChanged: false },
      { name: 'tags', before: null, after: 'a, b', isChanged: true },
      { name: 'change', before: 'add', after: 'update', isChanged: true },
      { name: 'citations', before: 'none', after: 'source: crss; locator: p. 3; paraphrase: 901 deaths; role: main', isChanged: true },
    ]);
  });

  test.each([
    [null, null, []],
    [null, { suspendedAt: '2026-11-22T21:47:06.365Z' }, [{ name: 'suspendedAt', before: null, after: '22 Nov 2026, 21:47 UTC', isChanged: true }]],
    [{ role: 'editor' }, null, [{ name: 'role', before: 'editor', after: null, isChanged: true }]],
    [null, { note: null }, [{ name: 'note', before: null, after: 'none', isChanged: false }]],
    ['text', 'other', [{ name: 'value', before: 'text', after: 'other', isChanged: true }]],
  ])('%j to %j', (before, after, fields) => {
    expect(auditFields(before, after)).toEqual(fields);
  });

  test('never look like code, whatever an entry holds', () => {
    const odd = { a: { b: { c: [1, { d: true }] } }, e: [[1, 2], []], f: {} };
    for (const { after } of auditFields(null, odd)) expect(after).not.toMatch(/[{}[\]"]/);
  });

  test('names come from the entry, verbs and kinds from people', () => {
    expect(namedIn({ name: 'Old' }, { content: { title: 'New' } })).toBe('New');
    expect(namedIn({ name: 'Old' }, null)).toBe('Old');
    expect(namedIn(null, null)).toBeNull();
    expect([actionName('draft-row'), actionName('a-new-verb'), subjectName('incident'), subjectName('import-layout')]).toEqual(['drafted', 'a new verb', 'clash or strike', 'import layout']);
  });
});

describe('the filter in the address', () => {
  test('is read and written back; what is no day is left out and named', () => {
    const { filter, dropped } = parseAuditFilter({ person: ' p1 ', action: '', subject: 'reading', id: ['a', 'b'], from: '2026-11-31', to: '2026-11-30', other: 'x' });
    expect(filter).toEqual({ person: 'p1', action: null, subject: 'reading', id: 'a', changeset: null, from: null, to: '2026-11-30' });
    expect(dropped).toEqual(['from']);
    expect(printAuditFilter(filter).toString()).toBe('person=p1&subject=reading&id=a&to=2026-11-30');
    expect(parseAuditFilter({ id: 'x'.repeat(201), changeset: 'a\0b' }).dropped).toEqual(['id', 'changeset']);
  });

  test.each([['12', 12], ['0', null], ['-1', null], ['1e3', null], ['2147483648', null], [undefined, null], ['', null]])('cursor %s', (before, expected) => {
    expect(parseAuditCursor({ before })).toBe(expected);
  });
});
