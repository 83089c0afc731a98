// What readers, machines and embedders ask for: 70 % pages, 20 % API, 10 % embeds. Popular addresses are asked for more often: the second half as often as the first, the third a third.

export type Kind = 'page' | 'api' | 'embed';

export interface Ask {
  readonly kind: Kind;
  readonly path: string;
}

const SHARES: readonly (readonly [Kind, number])[] = [['page', 0.7], ['api', 0.2], ['embed', 0.1]];
const PAGES = ['/', '/charts', '/closures', '/incidents', '/sources', '/releases', '/corrections', '/methods', '/data', '/about'];

/** All addresses of the mix, most popular first; `slugs` are the charts' names. */
export function addressesOf(slugs: readonly string[], seriesIds: readonly string[]): Readonly<Record<Kind, readonly string[]>> {
  const charts = slugs.map((slug) => `/charts/${slug}`);
  return {
    page: [PAGES[0] ?? '/', ...charts.slice(0, 3), ...PAGES.slice(1, 3), ...charts.slice(3), ...PAGES.slice(3)],
    api: [
      '/api/v1/charts', '/api/v1/closures?limit=100', ...seriesIds.slice(0, 6).map((id) => `/api/v1/readings?series=${encodeURIComponent(id)}&limit=100`), '/api/v1/series?limit=100',
      '/api/v1/incidents', '/api/v1/claims?limit=100', '/api/v1/sources?limit=50', '/api/v1/releases?limit=20',
    ],
    embed: slugs.map((slug) => `/embed/${slug}`),
  };
}

/** A stream of requests by the shares, the same in every run. */
export function mixOf(slugs: readonly string[], seriesIds: readonly string[]): () => Ask {
  const paths = addressesOf(slugs, seriesIds);
  const random = steady(7);
  return () => {
    const kind = kindAt(random());
    const path = ranked(paths[kind], random());
    return { kind, path };
  };
}

function kindAt(chance: number): Kind {
  let left = chance;
  for (const [kind, share] of SHARES) {
    if (left < share) return kind;
    left -= share;
  }
  return 'page';
}

function ranked(paths: readonly string[], chance: number): string {
  const weights = paths.map((_, rank) => 1 / (rank + 1));
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [rank, weight] of weights.entries()) {
    left -= weight;
    if (left <= 0) return paths[rank] ?? '/';
  }
  return paths[0] ?? '/';
}

/** Numbers between 0 and 1 that are the same in every run. */
function steady(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
