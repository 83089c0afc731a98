export type CopyOutcome = 'copied' | 'selected';

/**
 * Copies the text of a field. Where the clipboard is not allowed (an http page, a refused permission) it selects the text and asks
 * the older way; where that fails too the text stays selected, for the reader's own keys.
 */
export async function copyCode(field: HTMLTextAreaElement): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'copied';
  } catch {
    const before = document.activeElement;
    field.focus();
    field.select();
    if (!document.execCommand('copy')) return 'selected';
    if (before instanceof HTMLElement) before.focus();
    return 'copied';
  }
}
