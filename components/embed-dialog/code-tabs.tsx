'use client';

import { Tabs } from '@base-ui/react/tabs';
import { useId, useRef, useState } from 'react';
import type { CodeForm } from '@/domain/embed/code';
import { copyCode, type CopyOutcome } from './copy-code';
import { CODE_FORMS, FORM_WORDS } from './embed-choice';

interface CodeTabsProps {
  readonly codes: Record<CodeForm, string>;
  /** What each code follows, in words. */
  readonly said: Record<CodeForm, string>;
  /** The heights for a new choice are on their way: the code is not yet the one to take. */
  readonly isMeasuring: boolean;
}

const SAID: Record<CopyOutcome, string> = { copied: 'Copied.', selected: 'Selected: press Ctrl+C, or ⌘C, to copy.' };

/** The code in its five forms, each with a button that copies it and says that it did. */
export function CodeTabs({ codes, said, ...rest }: CodeTabsProps) {
  const [form, setForm] = useState<CodeForm>('iframe');
  return (
    <Tabs.Root value={form} onValueChange={(value: CodeForm) => setForm(value)} className="grid gap-3">
      <Tabs.List className="flex flex-wrap gap-x-4 border-b border-rule-strong" aria-label="Form of the code">
        {CODE_FORMS.map((name) => (
          <Tabs.Tab
            key={name} value={name}
            className="-mb-px min-h-10 border-b-[3px] border-transparent text-[0.9375rem] text-muted hover:text-ink data-active:border-accent data-active:font-semibold data-active:text-ink"
          >
            {FORM_WORDS[name].label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {CODE_FORMS.map((name) => <CodePanel key={name} form={name} code={codes[name]} following={said[name]} {...rest} />)}
    </Tabs.Root>
  );
}

interface CodePanelProps extends Omit<CodeTabsProps, 'codes' | 'said'> {
  readonly form: CodeForm;
  readonly code: string;
  readonly following: string;
}

function CodePanel({ form, code, following, isMeasuring }: CodePanelProps) {
  const [copied, setCopied] = useState<{ code: string; said: string } | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const said = isMeasuring ? 'Measuring…' : copied?.code === code ? copied.said : '';
  const copy = (): void => {
    if (field.current === null || isMeasuring) return;
    void copyCode(field.current).then((outcome) => setCopied({ code, said: SAID[outcome] }));
  };
  return (
    <Tabs.Panel value={form} className="grid gap-3 rounded-sm">
      <p id={hint} className="text-sm text-muted">{FORM_WORDS[form].hint} <span className="text-ink">{following}</span></p>
      <textarea
        ref={field} readOnly value={code} rows={form === 'oembed' ? 3 : 6} spellCheck={false}
        aria-label={`Code: ${FORM_WORDS[form].label}`} aria-describedby={hint} onFocus={(event) => event.currentTarget.select()}
        className="block w-full resize-y rounded-sm border border-faint bg-sunk p-2.5 font-mono text-[0.8125rem] leading-relaxed [overflow-wrap:anywhere]"
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="button" onClick={copy} aria-disabled={isMeasuring}
          className="min-h-11 rounded-sm border border-ink bg-ink px-6 font-medium text-paper hover:border-accent hover:bg-accent aria-disabled:opacity-60"
        >
          Copy code
        </button>
        <p role="status" className="text-sm font-medium text-accent-strong">{said}</p>
      </div>
    </Tabs.Panel>
  );
}
