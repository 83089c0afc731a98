import { fc } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { deskPath } from '@/lib/accounts/desk-path';

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/admin//evil.example', '/admin/../..//evil.example', '/admin?next=//evil.example', 'javascript:alert(1)', '/administrator', ['/admin'], null])(
  '%j leads to the overview', (asked) => expect(deskPath(asked)).toBe('/admin'),
);

it('whatever is asked leads to a page of the desk on this very host', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((text) => `/admin${text}`), fc.string().map((text) => `/admin/${text}`)), (asked) => {
    const { origin, pathname } = new URL(deskPath(asked), 'https://ledger.example');
    expect([origin, /^\/admin(\/|$)/.test(pathname)]).toEqual(['https://ledger.example', true]);
  }));
});
