import type { CitationDraft } from '@/domain/draft';
import { columnOf } from '@/domain/import/header';
import { matchSources } from '@/domain/import/known-sources';
import type { RowsMapping } from '@/domain/import/mapping';
import { judgeOwnRow, ownId, type OwnKind } from '@/domain/import/own-rows';
import { cellText, columnLabel, shorten } from '@/domain/import/sheet';
import { TOO_MANY } from '@/domain/import/plan';
import { accept, refuse } from '@/domain/outcome';
import { checkDraft } from './checked-draft';
import type { Planner } from './plan-import';

const KINDS: Readonly<Record<RowsMapping['kind'], OwnKind>> = { closures: 'closure', claims: 'claim', sources: 'source', incidents: 'incident' };

/** A file of our own layouts, row by row against the rows of the same ids. */
export const planOwnRows: Planner<RowsMapping> = async ({ batches, plan, ground, fileName }, mapping) => {
  const kind = KINDS[mapping.kind];
  for await (const { header: { names }, rows } of batches()) {
    const open = await ground.findOpen(kind, rows.flatMap((row) => ownId(kind, names, row) ?? []));
    const [url, title] = [columnOf(names, 'citation_url'), columnOf(names, 'citation_title')];
    for (const row of rows) {
      const id = ownId(kind, names, row);
      const standing = (id === null ? undefined : open.get(id)) ?? null;
      let citations: readonly CitationDraft[] = [];
      if (standing === null && kind !== 'source') {
        const cite = (sourceId: string): CitationDraft => ({ sourceId, locator: mapping.locator ?? `Row ${row.row} of ${shorten(fileName, 80)}`, quote: null, paraphrase: null, role: 'main' });
        const matched = mapping.sourceId === null ? matchSources(ground.sources, cellText(row.cells[url]), cellText(row.cells[title])) : accept([mapping.sourceId]);
        const problem = !matched.ok ? matched.refusal.message : matched.value.length === 0 ? 'No document is named for it. Choose a document for all rows, or a column with its address.' : null;
        if (problem !== null) {
          const column = url < 0 ? null : columnLabel(url, names);
          plan.add({ verdict: 'refused', row: row.row, subject: id ?? '', before: null, after: null, reason: null, problem: { row: row.row, column, reason: problem }, draft: null });
          continue;
        }
        citations = matched.ok ? matched.value.map(cite) : [];
      }
      if (!plan.add(checkDraft(judgeOwnRow(kind, names, row, standing, citations, mapping), names))) return refuse(TOO_MANY);
    }
  }
  return accept([]);
};
