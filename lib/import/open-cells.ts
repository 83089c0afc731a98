import type { ProposedReading } from '@/domain/import/reading-verdict';
import type { OpenRow } from '@/domain/import/verdict';
import type { Period } from '@/domain/period';
import type { ImportGround } from '@/lib/reads/desk/import-ground';

type OpenReading = OpenRow<'reading'>;

/** The open readings of each cell, asked for once a series. */
export class OpenCells {
  private readonly cells = new Map<string, OpenReading[]>();
  private readonly loaded = new Set<string>();

  constructor(private readonly ground: Pick<ImportGround, 'findReadings'>) {}

  async load(seriesIds: readonly string[]): Promise<void> {
    const missing = [...new Set(seriesIds)].filter((id) => !this.loaded.has(id));
    if (missing.length === 0) return;
    for (const reading of await this.ground.findReadings(missing)) {
      const key = keyOf(reading.content.seriesId, reading.content.period);
      this.cells.set(key, [...(this.cells.get(key) ?? []), reading]);
    }
    for (const id of missing) this.loaded.add(id);
  }

  of({ seriesId, period }: Pick<ProposedReading, 'seriesId' | 'period'>): readonly OpenReading[] {
    return this.cells.get(keyOf(seriesId, period)) ?? [];
  }
}

function keyOf(seriesId: string, { start, end }: Period): string {
  return `${seriesId} ${start} ${end}`;
}
