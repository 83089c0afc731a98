// After a release every page is drawn anew, by the reader who asks for it first. Where more is asked for than can be drawn, the gate lets one drawing
// through at a time and has the server rest as long as each took; the other readers are left with the answer of the release before.

/** Together with the quarter of a second in which a release is learnt of: within the second in which every page shows it. */
const SOON_MS = 500;
/** What was followed longer ago has others drawn beside it, a few at most: a page that nobody asked for in an hour is not shown as it was then. */
const OLD_MS = 60_000;
const AT_ONCE_FOR_OLD = 3;
/** A page that nobody asked for so long is no longer waited for. */
const FORGOTTEN_MS = 3_000;
const MOST_PUT_OFF = 1_000;
/** So few pages are drawn side by side, however long they take. */
const ALWAYS_DRAWN = 2;
/** A drawing that took long because of others is no reason to rest as long. */
const LONGEST_REST_MS = 200;
/** What a drawing is thought to take before one was seen. */
const FIRST_GUESS_MS = 150;

interface PutOff {
  /** Since when there is a newer release. */
  readonly since: number;
  readonly askedAt: number;
}

export interface RedrawGate {
  /** Whether a reader of the page of this key, whose kept answer was followed by a release at `since`, has it drawn anew now; otherwise he is left with it. */
  readonly admits: (key: string, since: number) => boolean;
  /** A drawing begins, at once after it was admitted; the function given back is called at its end, more than once if need be. */
  readonly begin: (key: string) => () => void;
}

/** `now`: milliseconds on a clock that only runs forward. */
export function redrawGate(now: () => number): RedrawGate {
  /** When the drawings under way began, oldest first. */
  const drawing = new Map<string, number>();
  const putOff = new Map<string, PutOff>();
  let usualMs = FIRST_GUESS_MS;
  let restUntil = -Infinity;

  /** What is being drawn and what was put off would take longer than half a second, resting included. */
  function isOverloaded(at: number): boolean {
    for (const [key, { askedAt }] of putOff) if (at - askedAt > FORGOTTEN_MS) putOff.delete(key);
    const [oldest] = drawing.values();
    const each = Math.max(usualMs, oldest === undefined ? 0 : at - oldest);
    const pages = drawing.size + putOff.size;
    return pages > ALWAYS_DRAWN && pages * each * 2 > SOON_MS;
  }

  /** A page that waits twice as long as this one comes first. */
  function isBehind(since: number, at: number): boolean {
    for (const other of putOff.values()) if (at - other.since > 2 * (at - since)) return true;
    return false;
  }

  return {
    admits(key, since) {
      const at = now();
      const isDrawn = drawing.has(key);
      if (isDrawn && at - since < SOON_MS) return false;
      if (!isOverloaded(at)) return true;
      if (!isDrawn && at - since >= OLD_MS && drawing.size < AT_ONCE_FOR_OLD) return true;
      if (drawing.size === 0 && at >= restUntil && !isBehind(since, at)) return true;
      if (putOff.size < MOST_PUT_OFF && !isDrawn) putOff.set(key, { since: putOff.get(key)?.since ?? since, askedAt: at });
      return false;
    },
    begin(key) {
      const from = now();
      putOff.delete(key);
      if (drawing.has(key)) return () => undefined;
      drawing.set(key, from);
      return () => {
        if (!drawing.delete(key)) return;
        const took = now() - from;
        usualMs = 0.8 * usualMs + 0.2 * took;
        restUntil = now() + Math.min(took, LONGEST_REST_MS);
      };
    },
  };
}
