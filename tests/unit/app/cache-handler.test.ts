import { afterEach, describe, expect, it } from 'vitest';
import MemoryCacheHandler from '@/lib/cache-handler.js';

const MEGABYTE = 1024 * 1024;
const page = (bytes: number) => ({ kind: 'APP_ROUTE', body: Buffer.alloc(bytes), headers: {}, status: 200 });

afterEach(() => {
  delete (globalThis as Record<symbol, unknown>)[Symbol.for('frontier-ledger.answers')];
});

describe('answers kept in memory', () => {
  it('come back to every instance, and go when set to nothing', async () => {
    await new MemoryCacheHandler().set('a', page(10));
    expect((await new MemoryCacheHandler().get('a'))?.value.body).toHaveLength(10);
    await new MemoryCacheHandler().set('a', null);
    expect(await new MemoryCacheHandler().get('a')).toBeNull();
  });

  it('never take more than the budget', async () => {
    const handler = new MemoryCacheHandler();
    for (let i = 0; i < 400; i++) await handler.set(`k${i}`, page(MEGABYTE));
    let held = 0;
    for (let i = 0; i < 400; i++) if (await handler.get(`k${i}`)) held += 1;
    expect(held).toBeGreaterThan(100);
    expect(held).toBeLessThan(128);
  });

  it('what is asked for again outlives a walk over one-off views', async () => {
    const handler = new MemoryCacheHandler();
    await handler.set('home', page(MEGABYTE));
    await handler.get('home');
    for (let i = 0; i < 1000; i++) await handler.set(`once${i}`, page(MEGABYTE));
    expect(await handler.get('home')).not.toBeNull();
  });

  it('one answer cannot take the whole room', async () => {
    const handler = new MemoryCacheHandler();
    await handler.set('huge', page(40 * MEGABYTE));
    expect(await handler.get('huge')).toBeNull();
  });
});
