'use client';

import { Dialog } from '@base-ui/react/dialog';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import { chartQueries } from '@/components/charts/chart-query';
import { CodeTabs } from './code-tabs';
import { codesOf, type EmbedFacts, factsPath, framePath, heightsOf, sayCodes } from './embed-choice';
import { EmbedOptions } from './embed-options';
import type { EmbedSectionProps } from './embed-section';
import { FramePreview } from './frame-preview';

export interface EmbedDialogProps extends EmbedSectionProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly trigger: RefObject<HTMLButtonElement | null>;
}

function factsQuery(path: string) {
  return queryOptions({
    queryKey: ['embed-facts', path],
    queryFn: async ({ signal }): Promise<EmbedFacts> => {
      const response = await fetch(path, { signal });
      if (!response.ok) throw new Error(`The facts of the embed answered ${response.status}`);
      // Our own route of the same build sends EmbedFacts; it is no public format.
      return await response.json() as EmbedFacts;
    },
  });
}

/** Every choice about an embed, the frame as it will be, and the code to take. */
export function EmbedDialog({ isOpen, onOpenChange, trigger, ...props }: EmbedDialogProps) {
  const { subject, facts: firstFacts } = props;
  const [choice, setChoice] = useState(props.choice);
  const path = factsPath(subject, choice);
  const initialData = path === factsPath(subject, props.choice) ? firstFacts : undefined;
  const { data, isPlaceholderData, isError } = useQuery({ ...factsQuery(path), initialData, placeholderData: keepPreviousData }, chartQueries);
  const facts = data ?? firstFacts;
  const isMeasuring = isPlaceholderData || (data === undefined && !isError);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none" />
        <Dialog.Popup
          finalFocus={trigger}
          className="fixed inset-0 z-50 flex flex-col bg-paper text-ink outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-reduce:transition-none sm:inset-[max(1.5rem,calc(50vh-26rem))_max(1.5rem,calc(50vw-37rem))] sm:rounded-sm sm:border sm:border-rule sm:border-t-2 sm:border-t-ink sm:shadow-float"
        >
          <header className="flex items-start justify-between gap-4 border-b border-rule px-4 py-3 sm:px-7 sm:py-4">
            <div>
              <Dialog.Title className="text-2xl">Embed this chart</Dialog.Title>
              <Dialog.Description className="mt-0.5 text-sm text-muted">{facts.title}</Dialog.Description>
            </div>
            <Dialog.Close className="-me-2 inline-flex min-h-10 items-center rounded-sm px-3 text-[0.9375rem] underline decoration-accent/55 underline-offset-[0.18em] hover:text-accent">Close</Dialog.Close>
          </header>
          <div className="grid min-h-0 grow content-start gap-8 overflow-y-auto overscroll-contain px-4 py-5 sm:px-7 md:grid-cols-[17rem_minmax(0,1fr)]">
            <EmbedOptions {...props} release={subject.release} seriesOf={props.choice.view.breakdown} choice={choice} onChange={setChoice} />
            <div className="grid min-w-0 content-start gap-7">
              {isError && <p role="alert" className="border-s-[3px] border-accent bg-accent-wash px-3 py-2 text-sm">This choice could not be measured, so the heights are those of the chart before it. Try again when the network is back.</p>}
              <FramePreview title={facts.title} src={framePath(subject, choice)} heights={heightsOf(facts, choice)} />
              <CodeTabs codes={codesOf(subject, choice, facts)} said={sayCodes(subject, choice, facts)} isMeasuring={isMeasuring} />
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
