import { createHash } from 'node:crypto';

// What happens at the doors, one line of JSON each: when, at which address, to whom. Never what was typed, and no address of a person.

interface SecurityEvent {
  /** `passed`: a door for those who are not in yet opened; `refused`: with the code of the refusal. */
  readonly event: 'passed' | 'refused';
  readonly code?: string;
  /** Id of the person, null where nobody is known. */
  readonly userId: string | null;
}

/** Refusals that are a door shut, not a form filled in wrongly. */
const DOORS: ReadonlySet<string> = new Set([
  'foreign-request', 'no-right', 'second-factor-missing', 'wrong-pair', 'suspended', 'too-many-tries', 'wrong-code', 'not-allowed', 'own-changeset', 'version-missing', 'body-too-large', 'body-type',
]);

export function isDoor(code: string): boolean {
  return DOORS.has(code);
}

export function noteSecurityEvent(request: Request, { event, code, userId }: SecurityEvent): void {
  const path = new URL(request.url).pathname.slice(0, 200);
  // Enough to see that two lines are of one caller, not who he is.
  const caller = createHash('sha256').update(request.headers.get('x-forwarded-for') ?? '').digest('hex').slice(0, 12);
  console.info(JSON.stringify({ at: new Date().toISOString(), event: `door-${event}`, path, method: request.method, ...(code !== undefined && { code }), userId, caller }));
}
