import { expect, it } from 'vitest';
import { markOf, seal, unseal } from '@/lib/accounts/seal';

const SECRET = 'a secret of the tests, long enough to be one';

it('gives back what was sealed, never twice the same outside', () => {
  const one = seal(SECRET, 'a', 'JBSWY3DPEHPK3PXP');
  expect(unseal(SECRET, 'a', one)).toBe('JBSWY3DPEHPK3PXP');
  expect(seal(SECRET, 'a', 'JBSWY3DPEHPK3PXP')).not.toBe(one);
});

it('refuses what was altered anywhere, cut, or sealed with another secret or for another purpose', () => {
  const sealed = seal(SECRET, 'a', 'JBSWY3DPEHPK3PXP');
  for (const [index, part] of sealed.split('.').entries()) {
    const bytes = Buffer.from(part, 'base64url');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    const altered = sealed.split('.').map((other, at) => (at === index ? bytes.toString('base64url') : other)).join('.');
    expect(() => unseal(SECRET, 'a', altered)).toThrow();
  }
  const [nonce, tag] = sealed.split('.');
  expect(() => unseal(SECRET, 'a', `${nonce}.${tag?.slice(0, 6)}.AAAA`)).toThrow();
  expect(() => unseal(SECRET, 'b', sealed)).toThrow();
  expect(() => unseal(`${SECRET}!`, 'a', sealed)).toThrow();
});

it('marks differ by secret and purpose', () => {
  const marks = [markOf(SECRET, 'a', 'x'), markOf(SECRET, 'b', 'x'), markOf(`${SECRET}!`, 'a', 'x')].map((mark) => mark.toString('hex'));
  expect(new Set(marks).size).toBe(3);
});
