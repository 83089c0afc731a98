'use client';

import { useState, useSyncExternalStore } from 'react';

const never = () => () => undefined;

interface PasswordFieldProps {
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly name?: 'password' | 'newPassword';
  readonly label?: string;
}

export function PasswordField({ autoComplete, hint, name = 'password', label = 'Password' }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  // The switch needs JavaScript, so it is not there before it can work.
  const isAlive = useSyncExternalStore(never, () => true, () => false);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <div className="flex items-stretch border border-rule-strong bg-raised focus-within:outline-2 focus-within:outline-accent">
        <input
          id={name}
          name={name}
          type={isShown ? 'text' : 'password'}
          required
          maxLength={256}
          autoComplete={autoComplete}
          aria-describedby={hint ? `${name}-hint` : undefined}
          spellCheck={false}
          autoCapitalize="none"
          className="min-w-0 flex-1 bg-transparent px-3 py-2.5 outline-none"
        />
        {isAlive && (
          <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)} className="border-s border-rule px-3 text-sm text-muted hover:text-ink">
            {isShown ? 'Hide' : 'Show'}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </button>
        )}
      </div>
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
