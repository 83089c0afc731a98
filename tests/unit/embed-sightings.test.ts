import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EmbedSighting } from '@/domain/embed-sighting';
import { countSightings, type SightingsOptions } from '@/lib/embed-sightings';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const TOMORROW = new Date('2026-11-23T00:00:00.000Z');
const DAWN = { referer: 'https://www.dawn.com/news/1', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' };
const headers = (set: Record<string, string> = {}) => new Headers({ ...DAWN, ...set });

function counting(options: Partial<SightingsOptions> = {}) {
  const written: EmbedSighting[][] = [];
  const write = vi.fn(async (seen: readonly EmbedSighting[]) => void written.push([...seen]));
  return { written, write, sightings: countSightings({ isOn: true, ownHosts: ['ledger.example'], write, ...options }) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('sightings of embeds', () => {
  it('are counted for a chart, a host and a day, and written once a minute', async () => {
    const { sightings, written } = counting();
    const ended = sightings.note(headers(), 'attacks-by-month', NOW);
    expect(ended).toBeInstanceOf(Promise);
    expect(sightings.note(headers(), 'attacks-by-month', NOW)).toBeNull();
    sightings.note(headers({ referer: 'https://tribune.com.pk/' }), 'attacks-by-month', NOW);
    sightings.note(headers(), 'border-map', TOMORROW);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    await ended;
    expect(written).toEqual([
      [
        { slug: 'attacks-by-month', host: 'www.dawn.com', day: '2026-11-22', count: 2 },
        { slug: 'attacks-by-month', host: 'tribune.com.pk', day: '2026-11-22', count: 1 },
        { slug: 'border-map', host: 'www.dawn.com', day: '2026-11-23', count: 1 },
      ],
    ]);
    expect(sightings.note(headers(), 'border-map', TOMORROW)).toBeInstanceOf(Promise);
    expect(vi.getTimerCount()).toBe(1);
  });

  it.each([
    ['without a referrer', headers({ referer: '' })],
    ['of our own pages', headers({ referer: 'https://ledger.example/charts/x' })],
    ['of the same origin', headers({ 'sec-fetch-site': 'same-origin' })],
    ['opened from a link', headers({ 'sec-fetch-dest': 'document' })],
    ['fetched ahead', headers({ 'sec-purpose': 'prefetch' })],
  ])('%s are none', async (_name, sent) => {
    const { sightings, write } = counting();
    expect(sightings.note(sent, 'border-map', NOW)).toBeNull();
    await sightings.flush();
    expect(write).not.toHaveBeenCalled();
  });

  it('of a browser that says nothing of its purpose count', () => {
    const { sightings } = counting();
    expect(sightings.note(new Headers({ referer: 'https://www.dawn.com/' }), 'border-map', NOW)).not.toBeNull();
  });

  it('are off by the setting', () => {
    expect(counting({ isOn: false }).sightings.note(headers(), 'border-map', NOW)).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are bounded however many hosts are made up', async () => {
    const { sightings, written } = counting({ mostPairs: 100 });
    for (let made = 0; made < 10_000; made += 1) sightings.note(headers({ referer: `https://a${made}.example/` }), 'border-map', NOW);
    for (let again = 0; again < 3; again += 1) sightings.note(headers({ referer: 'https://a7.example/' }), 'border-map', NOW);
    await sightings.flush();
    expect(written[0]).toHaveLength(100);
    expect(written[0]?.[7]).toEqual({ slug: 'border-map', host: 'a7.example', day: '2026-11-22', count: 4 });
  });

  it('outlive a database that is away, say so once, and never reject', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const said = vi.spyOn(console, 'info').mockImplementation(() => undefined);
    const { sightings, write, written } = counting({ mostPairs: 1 });
    write.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
    await Promise.all([sightings.note(headers(), 'border-map', NOW), sightings.flush()]);
    // Full of what could not be written: the next sighting, counted or not, has it tried again.
    expect(sightings.note(headers({ referer: 'https://new.example/' }), 'border-map', NOW)).not.toBeNull();
    await sightings.flush();
    sightings.note(headers(), 'border-map', NOW);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toEqual([[{ slug: 'border-map', host: 'www.dawn.com', day: '2026-11-22', count: 2 }]]);
    expect([warned.mock.calls.length, said.mock.calls.length]).toEqual([1, 1]);
    warned.mockRestore();
    said.mockRestore();
  });

  it('are written when the server ends, and at once after that', async () => {
    const { sightings, written } = counting();
    sightings.note(headers(), 'border-map', NOW);
    await sightings.stop();
    expect(written).toHaveLength(1);
    await sightings.note(headers(), 'attacks-by-month', NOW);
    expect(written.map((batch) => batch.map(({ slug }) => slug))).toEqual([['border-map'], ['attacks-by-month']]);
  });

  it('do not hold up the end of the server while the database hangs', async () => {
    const { sightings } = counting({ write: () => new Promise(() => undefined) });
    sightings.note(headers(), 'border-map', NOW);
    const stopped = sightings.stop();
    await vi.advanceTimersByTimeAsync(3_000);
    await stopped;
  });
});
