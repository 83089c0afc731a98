import { PEOPLE_REFUSALS } from './change-people';
import { WRONG_PASSWORD } from './confirm';
import { CONFIRM_FIRST } from './guarded-route';
import { LINK_INVALID } from './invitation';
import { PASSWORD_REFUSALS } from './password';
import { WRONG_CODE } from './second-factor';
import { SUSPENDED, WRONG_PAIR } from './sign-in';

/** What a page says after a plain form came back with `?problem=code`; the words are ours, never the address's. */
const PROBLEMS = new Map<string, string>([
  ...Object.entries(PASSWORD_REFUSALS),
  ...Object.entries(PEOPLE_REFUSALS),
  ['link-invalid', LINK_INVALID],
  ['wrong-pair', WRONG_PAIR],
  ['suspended', SUSPENDED],
  ['wrong-password', WRONG_PASSWORD],
  ['wrong-code', WRONG_CODE],
  ['factor-stands', 'A second factor is set up already.'],
  ['no-factor', 'There is no second factor to replace. Set one up first.'],
  ['confirm-first', CONFIRM_FIRST],
  ['second-factor-missing', 'Your second factor is missing. Give it, then try again.'],
  ['too-many-tries', 'Too many tries. Wait an hour at most, then try again.'],
  ['no-right', 'That page takes the right of an admin.'],
  ['signed-out', 'You are signed out. Sign in to go on.'],
  ['no-session', 'This session has ended already.'],
  ['fields', 'Something in the form is missing or too long. Check the fields and try again.'],
]);

export function problemText(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEMS.get(code) ?? null) : null;
}
