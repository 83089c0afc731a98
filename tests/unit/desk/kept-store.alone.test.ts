import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dropTexts, keepText, keptPages, parkText } from '@/components/editor/kept-store';

/** A browser's storage; `isFull` refuses every write. */
class Storage {
  [name: string]: unknown;
  getItem = (name: string) => (Object.hasOwn(this, name) && typeof this[name] === 'string' ? this[name] : null);
  setItem = (name: string, text: string) => {
    if (isFull) throw new DOMException('full', 'QuotaExceededError');
    this[name] = text;
  };
  removeItem = (name: string) => {
    delete this[name];
  };
}

let isFull = false;
const DAY_MS = 86_400_000;

beforeEach(() => {
  isFull = false;
  vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') });
  vi.stubGlobal('localStorage', new Storage());
  vi.stubGlobal('window', { location: { pathname: '/admin/changesets/1/rows/place/kurram', search: '' } });
  vi.stubGlobal('document', { title: 'Kurram · Editors’ desk · Frontier Ledger' });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const texts = (place: string) => parkText<string>(place).map(({ value }) => value);

describe('what was typed and not saved', () => {
  it('is set aside at the next visit, where what is typed then does not write over it', () => {
    keepText('amina:a', 'first');
    expect(texts('amina:a')).toEqual(['first']);
    vi.advanceTimersByTime(1_000);
    keepText('amina:a', 'second');
    expect(texts('amina:a')).toEqual(['second', 'first']);
    expect(texts('amina:a')).toEqual(['second', 'first']);
  });

  it('is thrown away one by one, or all of it after a save', () => {
    for (const text of ['one', 'two', 'three', 'four']) {
      vi.advanceTimersByTime(1_000);
      keepText('amina:a', text);
      parkText('amina:a');
    }
    expect(texts('amina:a')).toEqual(['four', 'three', 'two']);
    const [newest] = parkText('amina:a');
    dropTexts('amina:a', newest?.at ?? 0);
    expect(texts('amina:a')).toEqual(['three', 'two']);
    keepText('amina:a', 'five');
    dropTexts('amina:a', 'all');
    expect(texts('amina:a')).toEqual([]);
  });

  it('is one person’s, listed by the page where it was typed, and forgotten after thirty days', () => {
    keepText('amina:a', 'hers');
    keepText('bilal:a', 'his');
    expect(keptPages('amina')).toEqual([{ page: '/admin/changesets/1/rows/place/kurram', title: 'Kurram', at: Date.now() }]);
    parkText('amina:a');
    expect(keptPages('amina')).toHaveLength(1);
    vi.advanceTimersByTime(31 * DAY_MS);
    expect([keptPages('amina'), texts('bilal:a')]).toEqual([[], []]);
  });

  it('stops nobody where the storage is full, forbidden or holds something else', () => {
    isFull = true;
    expect(() => keepText('amina:a', 'text')).not.toThrow();
    isFull = false;
    localStorage.setItem('frontier-ledger-desk:amina:a', '{not json');
    expect(texts('amina:a')).toEqual([]);
    vi.stubGlobal('localStorage', undefined);
    expect(() => keepText('amina:a', 'text')).not.toThrow();
    expect([texts('amina:a'), keptPages('amina')]).toEqual([[], []]);
  });
});
