import { chartCsvwColumns, csvwOfFile } from '@/domain/csvw';
import { env } from './env';
import { writeAddress } from './inputs/address';
import { pinOf } from './inputs/site-links';
import type { View } from './inputs/view';

// The description that stands beside a CSV file, at its address with `-metadata.json` behind it.

interface Described {
  /** Public path of the CSV file. */
  readonly path: string;
  readonly release: number;
  readonly view: View;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly page: string;
}

export const CSVW_TYPE = 'application/csvm+json';

/** The file it names is the one at the address that was asked: programs drop a description that names another one. */
export function csvwResponse({ path, release, view, title, note, columns, page }: Described): Response {
  const { siteUrl } = env();
  const url = `${siteUrl}${writeAddress(path, view, pinOf(view, release))}`;
  const body = csvwOfFile({ url, title, note, columns: chartCsvwColumns(columns) }, { page: `${siteUrl}${writeAddress(page, {}, release)}`, release });
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': `${CSVW_TYPE}; charset=utf-8`, 'Access-Control-Expose-Headers': 'ETag, Link' } });
}
