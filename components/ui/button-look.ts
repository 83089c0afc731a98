/** A button beside something: an outline. */
export const QUIET_BUTTON = 'inline-flex min-h-9 items-center gap-2 rounded-sm border border-faint bg-raised px-3.5 text-sm font-medium text-ink hover:border-accent hover:text-accent';
