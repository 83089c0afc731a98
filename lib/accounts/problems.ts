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
  ['email-taken', 'There is an account with this email address already. Sign in with it.'],
  ['name-missing', 'Give the changeset a name that says what it is about.'],
  ['nothing-drafted', 'The changeset is empty: there is nothing to review. Draft a row in it first.'],
  ['wrong-state', 'The changeset was moved on meanwhile, so this was not done. What can be done now stands below.'],
  ['no-such-changeset', 'There is no such changeset any more. Nothing was changed.'],
  ['not-allowed', 'This takes a right that you do not have. Nothing was changed.'],
  ['own-changeset', 'You wrote in it yourself: this takes another person.'],
  ['no-such-release', 'There is no such release. Nothing was changed.'],
  ['not-alone', 'Two people stand behind this release already.'],
  ['approved-already', 'Somebody has approved it already.'],
  ['same-mode', 'It is set to this already.'],
  ['body-too-large', 'More was sent than is taken at once. Shorten it, then try again.'],
  ['fields', 'Something in the form is missing or too long. Check the fields and try again.'],
]);

/** Null without a code. A refusal that has no words of its own here is said all the same. */
export function problemText(code: string | string[] | undefined): string | null {
  return typeof code === 'string' ? (PROBLEMS.get(code) ?? 'This was refused, and nothing was changed. Look at the page as it is now, then try again.') : null;
}
