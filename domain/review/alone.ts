// A release that one person alone stands behind says so in public, until a second person has approved it.

/** `two-people`: nobody approves what he wrote in himself. `single-editor`: a reviewer may, and each such release says so. */
export type ReviewMode = 'two-people' | 'single-editor';

export type AloneKind = 'emergency' | 'single-editor';

/** That the approver of a release wrote in it himself. */
export interface Alone {
  readonly kind: AloneKind;
  /** Why it could not wait; null where the instance is set to single-editor. */
  readonly reason: string | null;
  /** The second person's approval after the fact, with the release that tells of it. Null where there is none yet. */
  readonly approvedLater: { readonly by: string; readonly toldIn: number } | null;
}

/** What readers are told of it, in whole sentences. */
export function sayAlone({ kind, reason, approvedLater }: Alone): string {
  const how = kind === 'emergency'
    ? `Published in an emergency by somebody who wrote in it, without a second person's approval. The reason given: ${asSentence(reason ?? '')}`
    : 'Approved by somebody who wrote in it himself: this site was then set to a single editor.';
  const since = approvedLater === null
    ? 'No second person has approved it yet.'
    : `${approvedLater.by} approved it after the fact, as release ${approvedLater.toldIn} tells.`;
  return `${how} ${since}`;
}

function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
