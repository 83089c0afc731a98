import nextEnv from '@next/env';

/** Reads .env files as Next does, so that a command sees the same settings as the server. Real variables win. To be called before env(). */
export function loadSettings(mode: 'production' | 'development'): void {
  const silent = { info: () => undefined, error: (...message: unknown[]) => console.error(...message) };
  nextEnv.loadEnvConfig(process.cwd(), mode === 'development', silent);
}
