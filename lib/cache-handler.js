// @ts-check
// Keeps rendered answers in memory, bounded by bytes, and writes nothing to disk.
// Keys carry the release, so an entry never goes stale: it only falls out when room is needed.

const BUDGET_BYTES = 128 * 1024 * 1024;
/** Share of the budget kept for entries that were asked for again: a walk over one-off views cannot push them out. */
const PROTECTED_SHARE = 0.75;
const ENTRY_OVERHEAD = 1024;

/**
 * @typedef {{ value: any, lastModified: number, bytes: number }} Entry
 * @typedef {{ probation: Map<string, Entry>, protected: Map<string, Entry>, probationBytes: number, protectedBytes: number, hits: number, misses: number }} Store
 */

const symbol = Symbol.for('frontier-ledger.answers');

/** One store a process, however often the module is loaded. @returns {Store} */
function store() {
  const holder = /** @type {any} */ (globalThis);
  holder[symbol] ??= { probation: new Map(), protected: new Map(), probationBytes: 0, protectedBytes: 0, hits: 0, misses: 0 };
  return holder[symbol];
}

/** Size in memory, counted high: strings two bytes a character. @param {any} value */
function sizeOf(value) {
  let bytes = ENTRY_OVERHEAD;
  if (typeof value?.html === 'string') bytes += value.html.length * 2;
  for (const part of [value?.body, value?.rscData]) if (part) bytes += part.byteLength ?? part.length * 2;
  if (value?.segmentData instanceof Map) for (const part of value.segmentData.values()) bytes += part.byteLength ?? 0;
  return bytes;
}

/** Moves or drops the longest unused entries until both parts fit. @param {Store} kept */
function shrink(kept) {
  while (kept.protectedBytes > BUDGET_BYTES * PROTECTED_SHARE) {
    const oldest = kept.protected.entries().next().value;
    if (!oldest) break;
    kept.protected.delete(oldest[0]);
    kept.protectedBytes -= oldest[1].bytes;
    kept.probation.set(oldest[0], oldest[1]);
    kept.probationBytes += oldest[1].bytes;
  }
  while (kept.probationBytes + kept.protectedBytes > BUDGET_BYTES) {
    const oldest = kept.probation.entries().next().value;
    if (!oldest) break;
    kept.probation.delete(oldest[0]);
    kept.probationBytes -= oldest[1].bytes;
  }
}

/** @param {Store} kept @param {string} key */
function remove(kept, key) {
  const young = kept.probation.get(key);
  if (young && kept.probation.delete(key)) kept.probationBytes -= young.bytes;
  const old = kept.protected.get(key);
  if (old && kept.protected.delete(key)) kept.protectedBytes -= old.bytes;
}

/** Whether an internal address would be answered from memory. @param {string} key */
export function isKept(key) {
  const kept = store();
  return kept.protected.has(key) || kept.probation.has(key);
}

/** How often an answer was asked for and found, and how much lies in memory, for the operators' figures. */
export function keptFigures() {
  const kept = store();
  return { hits: kept.hits, misses: kept.misses, entries: kept.protected.size + kept.probation.size, bytes: kept.protectedBytes + kept.probationBytes };
}

export default class MemoryCacheHandler {
  /** @param {string} key @returns {Promise<Entry | null>} */
  async get(key) {
    const kept = store();
    const entry = kept.probation.get(key) ?? kept.protected.get(key);
    if (entry) kept.hits += 1;
    else kept.misses += 1;
    if (!entry) return null;
    remove(kept, key);
    kept.protected.set(key, entry);
    kept.protectedBytes += entry.bytes;
    shrink(kept);
    return entry;
  }

  /** A null value removes the entry. @param {string} key @param {any} value */
  async set(key, value) {
    const kept = store();
    const isKnownAndWanted = kept.protected.has(key);
    remove(kept, key);
    if (!value) return;
    const bytes = sizeOf(value) + key.length * 2;
    if (bytes > BUDGET_BYTES / 8) return;
    kept[isKnownAndWanted ? 'protected' : 'probation'].set(key, { value, lastModified: Date.now(), bytes });
    kept[isKnownAndWanted ? 'protectedBytes' : 'probationBytes'] += bytes;
    shrink(kept);
  }

  /** Nothing is ever revalidated: a new release has new keys. */
  async revalidateTag() {}

  resetRequestCache() {}
}
