import { describe, expect, it } from 'vitest';
import { auditHash, FIRST_HASH } from '@/db/audit-hash';
import { canonicalJson } from '@/db/canonical-json';
import { refuseStep, stateAfter, type ChangesetStep } from '@/domain/changeset';
import { changedFields, chartsFedBy, groundOf } from '@/domain/correction';
import { refuseDraft, type Change } from '@/domain/draft';
import { referencesOf } from '@/domain/reference';
import { ROW_KINDS, type ChangesetState, type RowKind } from '@/domain/release';
import { titleOf } from '@/domain/row-title';
import { loader, reviewer, writer } from '../fixtures/ledger-editors';
import { contentsFor } from '../fixtures/ledger-rows';

const contents = contentsFor('x-');

describe('a changeset', () => {
  it('moves only along its states', () => {
    const steps: readonly ChangesetStep[] = ['edit', 'submit', 'approve', 'publish', 'abandon'];
    const after = (state: ChangesetState) => steps.map((step) => stateAfter(state, step));
    expect(after('draft')).toEqual(['draft', 'in-review', null, null, 'abandoned']);
    expect(after('in-review')).toEqual(['draft', null, 'approved', null, 'abandoned']);
    expect(after('approved')).toEqual(['draft', null, null, 'published', 'abandoned']);
    expect(after('published')).toEqual([null, null, null, null, null]);
    expect(after('abandoned')).toEqual([null, null, null, null, null]);
  });

  it('is approved by a reviewer who did not write in it', () => {
    expect(refuseStep(writer, 'edit', [writer.id])).toBeNull();
    expect(refuseStep(writer, 'edit', ['somebody'])).toBe('not-allowed');
    expect(refuseStep(writer, 'approve', ['somebody'])).toBe('not-allowed');
    expect(refuseStep(writer, 'publish', [writer.id])).toBe('not-allowed');
    expect(refuseStep(reviewer, 'edit', ['somebody'])).toBeNull();
    expect(refuseStep(reviewer, 'approve', ['somebody'])).toBeNull();
    expect(refuseStep(reviewer, 'approve', [reviewer.id])).toBe('own-changeset');
    expect(refuseStep(reviewer, 'publish', [reviewer.id])).toBeNull();
    expect(refuseStep(loader, 'approve', [loader.id])).toBeNull();
  });
});

describe('a draft', () => {
  const standing = (revision: number, change: Change = 'add') => ({ revision, change });
  const row = (change: Change, expectedRevision: number | null, changeNote: string | null = 'why') => ({ id: 'a', change, expectedRevision, changeNote });

  it.each([
    ['added', row('add', null), null, null, null],
    ['added again', row('add', 1), standing(1), null, 'already-exists'],
    ['of nothing', row('update', 1), null, null, 'no-such-row'],
    ['without a version', row('update', null), standing(1), null, 'version-missing'],
    ['from an older version', row('update', 1), standing(2), null, 'version-stale'],
    ['from a version that is gone', row('add', 1), null, null, 'version-stale'],
    ['from the current version beside an own draft', row('update', 1), standing(1), { revision: 2, changesetId: 'mine' }, 'version-stale'],
    ['from its own draft', row('update', 2), standing(1), { revision: 2, changesetId: 'mine' }, null],
    ['held elsewhere', row('update', 1), standing(1), { revision: 2, changesetId: 'theirs' }, 'held-by-changeset'],
    ['corrected without a reason', row('correct', 1, ' '), standing(1), null, 'reason-missing'],
    ['withdrawn twice', row('withdraw', 2), standing(2, 'withdraw'), null, 'already-withdrawn'],
    ['restored', row('correct', 2), standing(2, 'withdraw'), null, null],
  ] as const)('%s', (_name, draft, current, open, expected) => {
    expect(refuseDraft(draft, { current, draft: open }, 'mine')).toBe(expected);
  });
});

describe('references', () => {
  it('of every kind are found', () => {
    const found = Object.fromEntries(ROW_KINDS.map((kind) => [kind, referencesOf(kind, contents[kind] as never).map((reference) => reference.id)]));
    expect(found).toEqual({
      organisation: [], source: [], indicator: [], crossing: [], place: [], annotation: [], series: ['x-indicator', 'x-organisation'], reading: ['x-series'],
      closure: ['x-crossing', 'x-source'], incident: ['x-place'], claim: ['x-incident', 'x-organisation'], chart: ['x-series'],
      sentence: ['x-series', 'x-claim', 'x-crossing', 'x-closure'],
    });
  });
});

describe('a correction', () => {
  it('prints the fields that differ', () => {
    const before = { change: 'add', content: contents.reading } as const;
    const after = { ...contents.reading, value: 600, qualifier: 'at-least', reportedOn: null, isUnconfirmed: true, note: 'late', period: { kind: 'year', start: '2025-01-01', end: '2025-12-31' } } as const;
    expect(changedFields<'reading'>(before, { change: 'withdraw', content: after })).toEqual([
      { name: 'status', before: 'current', after: 'withdrawn' },
      { name: 'period', before: 'Q2 2025', after: '2025' },
      { name: 'value', before: '615', after: '≥ 600' },
      { name: 'qualifier', before: 'exact', after: 'at-least' },
      { name: 'reportedOn', before: '30 Jun 2025', after: 'none' },
      { name: 'isUnconfirmed', before: 'no', after: 'yes' },
      { name: 'note', before: 'none', after: 'late' },
    ]);
  });

  it('says what a value is made of in words', () => {
    const content = { ...contents.chart, options: { ...contents.chart.options, showAnnotations: true, bars: [{ seriesId: 'crss-all', from: '2025-10-11', label: null }] } };
    const { after } = changedFields({ change: 'add', content: contents.chart }, { change: 'update', content: content as never }).find(({ name }) => name === 'options') ?? {};
    expect(after).toContain('show annotations: yes');
    expect(after).toContain('bars: series: crss-all; from: 11 Oct 2025');
    expect(after).not.toMatch(/[{}"]/);
  });

  it('names the charts that rest on the row', () => {
    const recorded = { id: 'x-chart', revision: 1, publishedIn: 1, change: 'add', changeNote: null, status: 'current', citations: [] } as const;
    const ground = groundOf({ ...recorded, ...contents.chart }, (kind, id) => (id === `x-${kind}` ? contents[kind] : null));
    const isFed = (kind: RowKind, id: string) => chartsFedBy(kind, id, contents[kind] as never, [ground]).length === 1;
    expect(ROW_KINDS.filter((kind) => isFed(kind, `x-${kind}`))).toEqual(['organisation', 'indicator', 'series', 'reading', 'annotation', 'chart']);
    expect(isFed('series', 'another')).toBe(false);
  });
});

describe('a title', () => {
  it('is made of a row and the names it refers to', () => {
    const named = <K extends RowKind>(kind: K) => contents[kind];
    expect(titleOf('reading', contents.reading, named)).toBe('CRSS, Violence fatalities, Pakistan, Q2 2025: 615');
    expect(titleOf('closure', contents.closure, named)).toBe('Torkham, trade, from 12 Oct 2025');
    expect(titleOf('claim', contents.claim, () => null)).toBe('x-incident: Taliban (Mujahid) on Pakistani forces, killed: 58');
  });
});

describe('the audit chain', () => {
  it('hashes the same whatever the order of keys, and differently for any other content', () => {
    expect(canonicalJson({ b: [1, null, 'ü'], a: { d: undefined, c: true } })).toBe('{"a":{"c":true},"b":[1,null,"ü"]}');
    const link = {
      seq: 1, at: '2026-11-01T12:00:00.000Z', editorId: 'e', editorName: 'E', editorNature: 'person', action: 'draft-row', subject: 'reading', subjectId: 'r', revision: 1,
      changesetId: 'c', before: null, after: { value: 1, note: 'x' }, prevHash: FIRST_HASH,
    };
    expect(auditHash({ ...link, after: { note: 'x', value: 1 } })).toBe(auditHash(link));
    for (const other of [{ seq: 2 }, { editorName: 'F' }, { after: { value: 2, note: 'x' } }, { prevHash: 'f'.repeat(64) }, { revision: null }]) {
      expect(auditHash({ ...link, ...other })).not.toBe(auditHash(link));
    }
  });
});
