import { expect, it } from 'vitest';
import { problemText } from '@/lib/accounts/problems';

it('every refusal that comes back to a page is said, with words of ours', () => {
  expect([problemText(undefined), problemText(['wrong-pair', 'fields'])]).toEqual([null, null]);
  const known = ['name-missing', 'nothing-drafted', 'wrong-state', 'no-such-changeset', 'not-allowed', 'own-changeset', 'email-taken', 'same-mode'].map((code) => problemText(code));
  expect(new Set(known).size).toBe(known.length);
  const other = problemText('something<b>else</b>');
  expect(other).toContain('nothing was changed');
  expect(known).not.toContain(other);
  expect(other).not.toContain('<b>');
});
