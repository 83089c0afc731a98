// After a release every page is drawn anew, by the reader who asks for it first. Where more is asked for than can be drawn, the gate lets one drawing
// through at a time and has the server rest as long as each took; the other readers are left with the answer of the release before.

/** Together with the quarter of a second in which a release is learnt of: within the second in which every page shows it. */
const SOON_MS = 500;
/** Even under load nothing is sent that was followed longer ago: its readers wait for their turn. */
const OLDEST_MS = 10_000;
const AT_ONCE_FOR_THEM = 2;
/** For how long a drawing that does not end is waited for. */
const TURN_MS = 1_000;
/** A page that nobody asked for so long is no longer waited for. */
const FORGOTTEN_MS = 3_000;
const MOST_PUT_OFF = 1_000;
/** So few pages are drawn side by side, however long they take. */
const ALWAYS_DRAWN = 2;
/** A drawing that took long because of others is no reason to rest as long. */
const LONGEST_REST_MS = 200;
/** What a drawing is thought to take before one was seen. */
const FIRST_GUESS_MS = 50;

interface PutOff {
  /** Since when there is a newer release. */
  readonly since: number;
  readonly askedAt: number;
}

export interface RedrawGate {
  /** What becomes of a reader of the page of this key, whose kept answer was followed by a release at `since`: left with it, served anew now, or asked again after `turn()`. */
  readonly ask: (key: string, since: number) => 'keep' | 'draw' | 'wait';
  /** A drawing begins, at once after `ask` said so; the function given back is called at its end, more than once if need be. */
  readonly begin: (key: string) => () => void;
  /** Until a drawing ends, a second at most. */
  readonly turn: () => Promise<void>;
}

/** `now`: milliseconds on a clock that only runs forward. */
export function redrawGate(now: () => number): RedrawGate {
  /** When the drawings under way began, oldest first. */
  const drawing = new Map<string, number>();
  const putOff = new Map<string, PutOff>();
  const waiting: (() => void)[] = [];
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
    ask(key, since) {
      const at = now();
      const isDrawn = drawing.has(key);
      if (isDrawn && at - since < SOON_MS) return 'keep';
      if (!isOverloaded(at)) return 'draw';
      if (at - since >= OLDEST_MS) return !isDrawn && drawing.size < AT_ONCE_FOR_THEM ? 'draw' : 'wait';
      if (drawing.size === 0 && at >= restUntil && !isBehind(since, at)) return 'draw';
      if (putOff.size < MOST_PUT_OFF && !isDrawn) putOff.set(key, { since: putOff.get(key)?.since ?? since, askedAt: at });
      return 'keep';
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
        for (const wake of waiting.splice(0)) wake();
      };
    },
    turn: () => new Promise((resolve) => {
      const late = setTimeout(resolve, TURN_MS);
      waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    }),
  };
}
