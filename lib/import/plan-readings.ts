import type { ReadingsMapping } from '@/domain/import/mapping';
import { readingReader, type ReadRow } from '@/domain/import/reading-rows';
import { judgeReading } from '@/domain/import/reading-verdict';
import { TOO_MANY } from '@/domain/import/plan';
import { accept, refuse } from '@/domain/outcome';
import { checkDraft } from './checked-draft';
import { OpenCells } from './open-cells';
import type { Planner } from './plan-import';

/** A table of figures, row by row against the readings there are. */
export const planReadings: Planner<ReadingsMapping> = async ({ batches, plan, ground, fileName, today }, mapping) => {
  const cells = new OpenCells(ground);
  let read: ((row: { readonly row: number; readonly cells: readonly string[] }) => ReadRow[]) | null = null;
  for await (const { header, rows } of batches()) {
    read ??= readingReader(mapping, header.names, { series: ground.seriesNames, sources: ground.sources, fileName });
    const answers = rows.flatMap(read);
    await cells.load(answers.flatMap((answer) => (answer.kind === 'reading' ? [answer.reading.seriesId] : [])));
    for (const answer of answers) {
      if (answer.kind === 'reading') {
        const judged = judgeReading(answer.reading, cells.of(answer.reading), { change: mapping.change, reason: mapping.reason, today });
        if (!plan.add(checkDraft(judged, header.names))) return refuse(TOO_MANY);
      } else {
        const problem = answer.kind === 'refused' ? answer.problem : null;
        const reason = answer.kind === 'left-out' ? answer.reason : null;
        plan.add({ verdict: answer.kind, row: answer.row, subject: answer.subject, before: null, after: null, reason, problem, draft: null });
        if (answer.kind === 'refused' && answer.series !== undefined) plan.addUnknownSeries(answer.series);
      }
    }
  }
  return accept([]);
};
