import type { CitedWork } from '@/domain/cite';
import { labelDay } from '@/domain/period';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { drawnOf, type View } from '@/lib/inputs/view';
import { readReleaseFacts } from '@/lib/reads/release-facts';

const ACCOUNTS: Partial<Record<View['lens'], string>> = { pakistan: 'Pakistan’s account', taliban: 'the Taliban’s account', independent: 'independent accounts' };

interface CitedPage {
  readonly id: string;
  readonly title: string;
  readonly abstract: string | null;
  /** Public path of the page, such as `/charts/border-closures`. */
  readonly path: string;
  readonly view: View;
  readonly release: number;
}

/** A page in its view as something to cite; its address is fixed on the release. Null while nothing is published. */
export async function citedWork({ id, title, abstract, path, view, release }: CitedPage): Promise<CitedWork | null> {
  const published = await readReleaseFacts(release);
  if (published === null) return null;
  const { siteUrl } = env();
  return {
    id, title, abstract, release, asOf: view.asOf, scope: scopeOf(view), publishedOn: published.publishedAt.slice(0, 10),
    address: `${siteUrl}${writeAddress(path, drawnOf(view), release)}`,
  };
}

function scopeOf({ from, to, lens, series, breakdown }: View): string[] {
  const span = from !== null && to !== null ? `${labelDay(from)} to ${labelDay(to)}` : from !== null ? `from ${labelDay(from)}` : to !== null ? `to ${labelDay(to)}` : null;
  const chosen = series.length > 0 ? `${series.length} chosen series` : null;
  const split = breakdown === null ? null : `by ${breakdown.replaceAll('-', ' ')}`;
  return [span, split, chosen, ACCOUNTS[lens] ?? null].filter((part) => part !== null);
}
