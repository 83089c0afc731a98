const GIVE_UP_MS = 30_000;

/** Milliseconds from now until the live address of an instance answers from the release or a later one. Throws after half a minute. */
export async function seenBy(origin: string, release: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < GIVE_UP_MS) {
    const answer = await fetch(`${origin}/closures.json`);
    const shown = ((await answer.json()) as { readonly release?: number }).release ?? 0;
    if (shown >= release) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${origin} has not shown release ${release} within ${GIVE_UP_MS / 1000} seconds.`);
}
