/** Six digits from a phone, or a backup code. */
export function CodeField({ hint }: { readonly hint: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor="code" className="font-medium">Code</label>
      <input
        id="code" name="code" dir="ltr" required maxLength={64} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} aria-describedby="code-hint"
        className="border border-rule-strong bg-raised px-3 py-2.5 font-mono text-lg tracking-widest"
      />
      <p id="code-hint" className="text-sm text-muted">{hint}</p>
    </div>
  );
}
