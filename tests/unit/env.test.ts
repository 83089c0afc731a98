import { describe, expect, it } from 'vitest';
import { env, EnvError } from '@/lib/env';

describe('settings', () => {
  it('have defaults that run on a laptop, and an empty variable counts as absent', () => {
    const expected = {
      databaseUrl: null,
      dataDir: './data',
      port: 3000,
      siteUrl: 'http://localhost:3000',
      nodeEnv: 'development',
      isBuilding: false,
    };
    expect(env({})).toMatchObject(expected);
    expect(env({ DATABASE_URL: '', DATA_DIR: ' ', PORT: '', SITE_URL: '', NODE_ENV: '', NEXT_PHASE: '' })).toMatchObject(expected);
  });

  it('follow one another: the address from the port, without a trailing slash', () => {
    expect(env({ PORT: '4000' }).siteUrl).toBe('http://localhost:4000');
    expect(env({ SITE_URL: 'https://figures.example.org/' }).siteUrl).toBe('https://figures.example.org');
    expect(env({ NEXT_PHASE: 'phase-production-build' }).isBuilding).toBe(true);
    expect(env({ NEXT_PHASE: 'phase-production-server' }).isBuilding).toBe(false);
  });

  it('are refused with the list of everything that is wrong, and never with a value', () => {
    const wrong = { DATABASE_URL: 'mysql://root:hidden-word@host/db', PORT: '99999', SITE_URL: 'nowhere', NODE_ENV: 'staging' };
    const refused = (() => {
      try {
        return env(wrong);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(EnvError);
    const { problems, message } = refused as EnvError;
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['DATABASE_URL', 'PORT', 'SITE_URL', 'NODE_ENV']);
    for (const value of Object.values(wrong)) expect(message).not.toContain(value);
  });
});
