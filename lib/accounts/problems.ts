import { LINK_INVALID } from './invitation';
import { PASSWORD_REFUSALS } from './password';
import { WRONG_PAIR } from './sign-in';

/** What a page says after a plain form came back with `?problem=code`; the words are ours, never the address's. */
const PROBLEMS = new Map<string, string>([
  ...Object.entries(PASSWORD_REFUSALS),
  ['link-invalid', LINK_INVALID],
  ['wrong-pair', WRONG_PAIR],
  ['too-many-tries', 'Too many tries. Wait an hour at most, then try again.'],
  ['signed-out', 'You are signed out. Sign in to go on.'],
  ['no-session', 'This session has ended already.'],
  ['email-taken', 'There is an account with this email address already. Sign in with it.'],
  ['fields', 'Something in the form is missing or too long. Check the fields and try again.'],
]);

export function problemText(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEMS.get(code) ?? null) : null;
}
