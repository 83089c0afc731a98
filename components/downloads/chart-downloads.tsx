import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import type { View } from '@/lib/inputs/view';
import { CopyPictureButton } from './copy-picture-button';
import { FileTable } from './file-table';

interface ChartDownloadsProps {
  /** `/charts/[slug]` */
  readonly path: string;
  readonly view: View;
  readonly release: number;
  /** Names of series in this view whose figures may not be passed on: then there are no files of figures. */
  readonly barred: readonly string[];
}

const DATA_FORMATS = [
  { extension: 'csv', label: 'CSV', bom: false },
  { extension: 'csv', label: 'CSV for Excel', bom: true },
  { extension: 'xlsx', label: 'XLSX', bom: false },
  { extension: 'json', label: 'JSON', bom: false },
] as const;

/** The chart in this view as files: rows as live, fixed and with their whole history; pictures fixed on the release. */
export function ChartDownloads({ path, view, release, barred }: ChartDownloadsProps) {
  const asked: Partial<View> = { ...view, table: false, theme: null, history: false, scale: 1, bom: false };
  const write = (extension: string, pin: number | null, more: Partial<View>): string => writeAddress(`${path}.${extension}`, { ...asked, ...more }, pin);
  const pin = view.pinned ? release : null;
  const data = [
    { label: view.pinned ? `This view, release ${release}` : 'This view, always the newest', pin, history: false },
    ...(view.pinned ? [] : [{ label: `Fixed on release ${release}: stays the same for ever`, pin: release, history: false }]),
    { label: 'With every superseded value', pin, history: true },
  ].map((row) => ({
    label: row.label,
    files: DATA_FORMATS.map(({ extension, label, bom }) => ({ label, name: label, href: write(extension, row.pin, { history: row.history, bom }) })),
  }));
  const pictures = (['light', 'dark'] as const).map((theme) => {
    const given = theme === 'dark' ? theme : null;
    return {
      label: theme === 'light' ? 'Light' : 'Dark',
      files: [
        { label: 'PNG', name: 'Picture, PNG', href: write('png', release, { theme: given }) },
        { label: 'PNG, double size', name: 'Picture, PNG, double size', href: write('png', release, { theme: given, scale: 2 }) },
        { label: 'SVG', name: 'Picture, SVG', href: write('svg', release, { theme: given }) },
      ],
    };
  });
  const picture = (theme: View['theme']): string => write('png', release, { theme, scale: 2 });
  return (
    <section aria-labelledby="downloads" className="chart-downloads mt-14 border-t border-rule-strong pt-6 print:hidden">
      <h2 id="downloads" className="text-2xl">Take it away</h2>
      <div className="mt-4 grid gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
        <div>
          {barred.length === 0 ? <FileTable caption="The numbers" rows={data} /> : (
            <p className="mb-4 max-w-prose border-s-4 border-accent bg-accent-wash px-4 py-3">
              The figures of {barred.join(', ')} may be shown and not passed on: their licence forbids it. Choose other series of this chart to have files, or take them from their source.
            </p>
          )}
          <p className="mt-3 max-w-prose text-sm text-muted">
            One row a mark, with its qualifier, its kind of empty, its status and its source. CSV is UTF-8, its lines end with CRLF, an empty cell is no number; the one for Excel begins with a byte order mark.
            Text that a spreadsheet would run as a formula has an apostrophe in front. The workbook adds a sheet of sources and one that says what is counted.
          </p>
        </div>
        <div>
          <FileTable caption="The picture" rows={pictures} />
          <p className="mt-3"><CopyPictureButton light={picture(null)} dark={picture('dark')} fileName={`frontier-ledger-${path.split('/').at(-1) ?? 'chart'}_release-${release}.png`} /></p>
          <p className="mt-3 max-w-prose text-sm text-muted">Fixed on release {release}. What is counted, who says so and as of when stand in the picture and inside the file.</p>
        </div>
      </div>
      <p className="mt-6 max-w-prose text-sm text-muted">
        Free under <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a> with “Frontier Ledger, release {release}” named beside the source. The whole ledger in one archive:{' '}
        <a href={writeAddress('/data', { asOf: view.asOf }, pinOf(view, release))}>all data</a>.
      </p>
    </section>
  );
}
