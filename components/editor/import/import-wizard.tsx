'use client';

import { useEffect, useRef, useState } from 'react';
import type { Look, WaitingFile } from '@/domain/import/look';
import type { ImportMapping } from '@/domain/import/mapping';
import type { ImportReport } from '@/domain/import/plan';
import type { CitableSource } from '../new-sources';
import { postJson, type Problem } from '../post-json';
import { FileStep } from './file-step';
import { MappingStep } from './mapping-step';
import { ProgressLine } from './progress-line';
import { ReportStep } from './report-step';
import { followLines, type Step } from './read-lines';
import { sendFile } from './send-file';

export interface SeriesChoice {
  readonly id: string;
  readonly title: string;
}

interface ImportWizardProps {
  readonly changesetId: string;
  readonly sources: readonly CitableSource[];
  readonly series: readonly SeriesChoice[];
}

interface Running {
  readonly words: string;
  /** 0 to 1; null where nobody can tell. */
  readonly done: number | null;
  readonly stop: AbortController;
}

/** From a file to drafts in three steps; nothing is written before the last. */
export function ImportWizard({ changesetId, sources, series }: ImportWizardProps) {
  const base = `/api/admin/changesets/${encodeURIComponent(changesetId)}/import`;
  const [file, setFile] = useState<WaitingFile | null>(null);
  const [sheet, setSheet] = useState<string | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const alert = useRef<HTMLDivElement>(null);
  const mappingHeading = useRef<HTMLHeadingElement>(null);
  const reportHeading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (problem !== null) alert.current?.focus();
  }, [problem]);
  useEffect(() => {
    if (look !== null) mappingHeading.current?.focus();
  }, [look]);
  useEffect(() => {
    if (report !== null) reportHeading.current?.focus();
  }, [report]);

  function begin(words: string): AbortController {
    const stop = new AbortController();
    setProblem(null);
    setRunning({ words, done: null, stop });
    return stop;
  }

  const end = (refused: Problem | null) => {
    setRunning(null);
    setProblem(refused);
  };

  async function take(chosen: File) {
    forget();
    const stop = begin(`Sending ${chosen.name}`);
    const sent = await sendFile(base, chosen, (done) => setRunning({ words: `Sending ${chosen.name}`, done, stop }), stop.signal);
    if (!sent.ok) return end(sent.problem);
    setFile(sent.data);
    await lookInto(sent.data, sent.data.sheets[0] ?? null);
  }

  async function lookInto(waiting: WaitingFile, chosen: string | null) {
    const stop = begin('Looking into it');
    setSheet(chosen);
    setLook(null);
    setReport(null);
    const looked = await postJson<Look>(`${base}/look`, { upload: waiting.upload, sheet: chosen }, stop.signal);
    if (!looked.ok) return end(looked.problem);
    setLook(looked.data);
    setMapping(looked.data.mapping);
    end(null);
  }

  async function check() {
    if (file === null || mapping === null) return;
    const stop = begin('Checking every row');
    setReport(null);
    const checked = await followLines<ImportReport>(`${base}/check`, { upload: file.upload, sheet, mapping }, follow(stop), stop.signal);
    if (!checked.ok) return end(checked.problem);
    setReport(checked.result);
    end(null);
  }

  async function confirm() {
    if (file === null || mapping === null || report === null) return;
    const stop = begin('Reading it once more');
    const body = { upload: file.upload, sheet, mapping, digest: report.digest };
    const imported = await followLines<{ drafted: number; location: string }>(`${base}/confirm`, body, follow(stop), stop.signal);
    if (imported.ok) return window.location.assign(new URL(`${imported.result.location}?imported=${imported.result.drafted}`, window.location.href));
    end(imported.problem);
  }

  const follow = (stop: AbortController) => (step: Step) => setRunning(
    'writing' in step
      ? { words: `Writing ${step.writing.toLocaleString('en-US')} drafts, all or none`, done: null, stop }
      : { words: `${step.rows.toLocaleString('en-US')} rows read`, done: step.done, stop },
  );

  function forget() {
    if (file !== null) void postJson(`${base}/drop`, { upload: file.upload });
    setFile(null);
    setLook(null);
    setMapping(null);
    setReport(null);
  }

  return (
    <div className="flex flex-col gap-10" data-wide>
      <FileStep file={file} isBusy={running !== null} onFile={take} onForget={forget} />
      {problem !== null && (
        <div ref={alert} tabIndex={-1} role="alert" className="max-w-prose border-s-4 border-accent bg-accent-wash px-4 py-3 outline-none">
          <p>{problem.title}</p>
          {problem.location !== undefined && <p className="mt-1"><a href={problem.location}>Go on there</a>, then come back to this page.</p>}
        </div>
      )}
      {running !== null && report === null && <ProgressLine {...running} />}
      {file !== null && look !== null && mapping !== null && (
        <MappingStep
          heading={mappingHeading} changesetId={changesetId} file={file} sheet={sheet} look={look} mapping={mapping} sources={sources} series={series} isBusy={running !== null}
          unknownSeries={report?.unknownSeries ?? []}
          onSheet={(chosen) => void lookInto(file, chosen)} onCheck={() => void check()}
          onMapping={(changed) => {
            setMapping(changed);
            // What was checked was another mapping: names just matched are kept in sight until the next check.
            setReport((before) => (before === null ? null : { ...before, digest: '' }));
          }}
        />
      )}
      {report !== null && (
        <ReportStep heading={reportHeading} report={report} isStale={report.digest === ''} isBusy={running !== null} onConfirm={() => void confirm()} onCheck={() => void check()} />
      )}
      {running !== null && report !== null && <ProgressLine {...running} />}
    </div>
  );
}
