/**
 * Puts a text on the clipboard, with its italics where a page of words is pasted into. Where the clipboard is not allowed (an http page,
 * a refused permission) it asks the older way. False when neither works.
 */
export async function copyText(text: string, html: string | null): Promise<boolean> {
  try {
    if (html === null || typeof ClipboardItem === 'undefined') await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })]);
    return true;
  } catch {
    return copyTheOldWay(text);
  }
}

function copyTheOldWay(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.cssText = 'position:fixed;inset-block-start:0;opacity:0';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
