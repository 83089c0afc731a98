/** What a page says after something was refused or done. */
export function Notice({ text, isProblem = true }: { readonly text: string | null; readonly isProblem?: boolean }) {
  if (text === null) return null;
  return (
    <p role={isProblem ? 'alert' : 'status'} className={`mb-8 border-s-4 px-4 py-3 ${isProblem ? 'border-accent bg-accent-wash' : 'border-rule-strong bg-sunk'}`}>
      {text}
    </p>
  );
}
