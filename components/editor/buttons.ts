/** The one thing a page or a dialog is for. */
export const MAIN_BUTTON = 'inline-flex min-h-10 items-center gap-2 rounded-sm bg-accent px-4 font-medium text-paper no-underline hover:bg-accent-strong hover:text-paper disabled:opacity-60';

/** An action inside a line of text or a row of a table. */
export const SMALL_BUTTON = 'inline-flex min-h-8 items-center gap-1.5 rounded-sm border border-rule-strong px-2.5 text-sm text-ink no-underline hover:border-accent hover:text-accent disabled:opacity-60';
