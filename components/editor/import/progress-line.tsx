import { SMALL_BUTTON } from '../buttons';

interface ProgressLineProps {
  readonly words: string;
  /** 0 to 1; null where nobody can tell. */
  readonly done: number | null;
  readonly stop: AbortController;
}

/** How far it is, and a way to break it off: until it says so, nothing is written. */
export function ProgressLine({ words, done, stop }: ProgressLineProps) {
  return (
    <div className="flex max-w-prose flex-wrap items-center gap-x-4 gap-y-2">
      <p role="status" className="min-w-56 grow tabular-nums">{words}…</p>
      <progress aria-label={words} className="h-2 w-full accent-accent sm:w-64" max={1} value={done ?? undefined} />
      <button type="button" className={SMALL_BUTTON} onClick={() => stop.abort()}>Cancel</button>
    </div>
  );
}
