/** Stands before forms that take a password given lately, so that nobody fills one in to be sent away. `next`: the page to come back to. */
export function ConfirmFirst({ next }: { readonly next: string }) {
  return (
    <p role="note" className="mb-8 max-w-prose border-s-4 border-rule-strong bg-sunk px-4 py-3">
      Your password was last given more than ten minutes ago. <a href={`/admin/confirm?${new URLSearchParams({ next })}`} className="font-medium">Give it once more</a>, then
      change what you like for ten minutes.
    </p>
  );
}
