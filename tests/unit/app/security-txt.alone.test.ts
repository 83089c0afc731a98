import { afterEach, expect, it, vi } from 'vitest';
import { GET } from '@/app/.well-known/security.txt/route';

afterEach(() => vi.unstubAllEnvs());

it('names whom to tell of a weakness, until a day that is at most a year away, and nobody where nobody is named', async () => {
  vi.stubEnv('SECURITY_CONTACT', '');
  expect(GET().status).toBe(404);
  vi.stubEnv('SECURITY_CONTACT', 'mailto:security@ledger.example');
  vi.stubEnv('SITE_URL', 'https://ledger.example');
  const lines = Object.fromEntries((await GET().text()).trim().split('\n').map((line) => line.split(/: (.*)/s)));
  expect(lines).toMatchObject({ Contact: 'mailto:security@ledger.example', Canonical: 'https://ledger.example/.well-known/security.txt' });
  const days = (Date.parse(String(lines.Expires)) - Date.now()) / 86_400_000;
  expect(days > 100 && days < 365).toBe(true);
  vi.stubEnv('SECURITY_CONTACT', 'javascript:alert(1)');
  expect(() => GET()).toThrow('SECURITY_CONTACT');
});
