/** Does something once the next frame is painted: what the reader did is seen first. */
export function afterPaint(work: () => void): void {
  window.requestAnimationFrame(() => window.setTimeout(work));
}
