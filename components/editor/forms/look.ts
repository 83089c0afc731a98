/** Boxes to type in, the same in every form. */
export const BOX = 'w-full min-w-0 rounded-sm border border-faint bg-raised px-3 py-2 text-ink placeholder:text-muted aria-invalid:border-accent disabled:bg-sunk disabled:text-muted';
export const SMALL_BOX = 'w-full min-w-0 rounded-sm border border-faint bg-raised px-2 py-1.5 text-ink placeholder:text-muted aria-invalid:border-accent disabled:bg-sunk disabled:text-muted';
export const PANEL = 'rounded-sm border border-rule bg-raised px-4 py-3';
