import 'server-only';
import type { z } from 'zod';
import { hasRole, type Role } from '@/domain/editor';
import type { Outcome, Refusal } from '@/domain/outcome';
import { saidWhereAway } from './away-answer';
import { isConfirmed } from './confirm';
import { getDesk, type Desk } from './desk';
import { readFields, type BodyRefusal } from './request-body';
import { isDoor, noteSecurityEvent } from './security-event';
import { type AnySession, findAnySession, type LiveSession, wholeSession } from './session';
import { siteAddressProblem } from './site-address';
import { forgetTyped, keepTyped } from './typed-fields';

// Every address of the desk that changes something is made here, so that none can forget a check. The framework checks nothing by itself.

const BODY_LIMIT = 16 * 1024;
const CONFIRM_PAGE = '/admin/confirm';
const SIGN_IN_PAGE = '/admin/sign-in';
export const CONFIRM_FIRST = 'This takes your password once more, since it was last given more than ten minutes ago. Nothing was changed.';

/** `half`: a session that may still lack its second factor; `anyone`: signing in and joining. */
export type Right = Role | 'half' | 'anyone';

export interface Rule<R extends Right, T> {
  /** The right it takes. */
  readonly right: R;
  /** It takes a password given within the last ten minutes: publishing, and changing people. */
  readonly isSensitive?: boolean;
  /** The shape of the fields; make it strict, so that a field nobody asked for refuses the request. */
  readonly fields: z.ZodType<T>;
  /** Where a plain form goes back to when it is refused, with `?problem=code`. */
  readonly page: (fields: Record<string, unknown>, params: Params) => string;
  /** Fields that a refused plain form finds filled in again, also after the password was asked for. */
  readonly keeps?: readonly string[];
  readonly limitBytes?: number;
}

/** The parameters of the route's own path, such as the id of a changeset. */
export type Params = Readonly<Record<string, string>>;

export interface Call<R extends Right, T> {
  readonly fields: T;
  readonly session: R extends Role ? LiveSession : R extends 'half' ? AnySession : null;
  readonly desk: Desk;
  readonly now: Date;
  readonly request: Request;
  readonly params: Params;
}

/** Where to go after it was done, and what to send along; `data` is for scripts. */
export interface Done {
  readonly location: string;
  readonly data?: unknown;
  /** For scripts, instead of `data`: lines of JSON as they come about (`application/x-ndjson`), for work that takes a while. */
  readonly lines?: ReadableStream<Uint8Array>;
  readonly headers?: readonly (readonly [string, string])[];
}

/** Whatever a refusal carries beside its words goes along to scripts: the list of problems, both versions, who holds a row. */
export interface RefusedAnswer extends Refusal {
  readonly retryAfterSeconds?: number;
}

export type Route = (request: Request, context?: { readonly params: Promise<Params> }) => Promise<Response>;

const guarded = new WeakSet<Route>();

/** Whether a handler was made here, for the test that goes through all routes there are. */
export function isGuarded(handler: unknown): boolean {
  return typeof handler === 'function' && guarded.has(handler as Route);
}

type Handle<R extends Right, T> = (call: Call<R, T>) => Promise<Outcome<Done, RefusedAnswer>>;

/** A POST handler: origin, fetch metadata, session, right, body type, size and shape are checked in this order before `handle` runs. */
export function guardedRoute<R extends Right, T>(rule: Rule<R, T>, handle: Handle<R, T>): Route {
  return sealed(async (request, context) => {
    const passed = await passGuard(rule.right, request, context);
    if (passed instanceof Response) return passed;
    const { answer, ...call } = passed;
    const read = await readFields(request, rule.limitBytes ?? BODY_LIMIT);
    if (!read.ok) return answer.problem(STATUS_OF[read.refusal.code], read.refusal);
    const page = rule.page(read.value, call.params);
    const kept = headerOf(rule.keeps ? keepTyped(page, rule.keeps, read.value) : null);
    const session: AnySession | null = call.session;
    if (rule.isSensitive && session !== null && !isConfirmed(session, call.now)) {
      const confirm = `${CONFIRM_PAGE}?${new URLSearchParams({ next: page })}`;
      return answer.refused(403, confirm, { code: 'confirm-first', message: CONFIRM_FIRST }, kept);
    }
    const parsed = rule.fields.safeParse(read.value);
    if (!parsed.success) {
      const message = parsed.error.issues[0]?.message ?? 'The request is not complete.';
      return answer.refused(400, page, { code: 'fields', message }, kept);
    }
    const done = await handle({ ...call, fields: parsed.data, request });
    if (done.ok && (rule.right === 'anyone' || rule.right === 'half')) noteSecurityEvent(request, { event: 'passed', userId: answer.userId });
    if (done.ok) return answer.done({ ...done.value, headers: [...(done.value.headers ?? []), ...headerOf(rule.keeps ? forgetTyped(page) : null)] });
    return answer.refused(statusOf(done.refusal), page, done.refusal, kept);
  });
}

export interface UploadRule {
  readonly right: Role;
  /** Media types of the body, lower case, without parameters. A form's types are never among them, so no plain form of another site can send one. */
  readonly types: readonly string[];
  readonly limitBytes: number;
  readonly page: (params: Params) => string;
}

export interface Upload extends Omit<Call<Role, null>, 'fields' | 'request'> {
  readonly headers: Headers;
  /** The bytes as they come, never held whole; the reader counts them against the limit. */
  readonly body: ReadableStream<Uint8Array>;
}

/** The same for a file sent as the body itself. `handle` reads the body as it comes and stops beyond the limit. */
export function guardedUpload(rule: UploadRule, handle: (upload: Upload) => Promise<Outcome<Done, RefusedAnswer>>): Route {
  return sealed(async (request, context) => {
    const passed = await passGuard(rule.right, request, context);
    if (passed instanceof Response) return passed;
    const { answer, ...call } = passed;
    const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!rule.types.includes(type)) return answer.problem(415, { code: 'body-type', message: `Send one of ${rule.types.join(', ')}.` });
    const isTooLarge = Number(request.headers.get('content-length') ?? 0) > rule.limitBytes;
    if (isTooLarge) return answer.problem(413, { code: 'body-too-large', message: `The file is larger than ${rule.limitBytes / 1024 / 1024} MB. Divide it.` });
    if (request.body === null) return answer.problem(400, { code: 'body-unreadable', message: 'Nothing was sent. Choose a file.' });
    const done = await handle({ ...call, headers: request.headers, body: request.body });
    if (done.ok) return answer.done(done.value);
    return answer.refused(done.refusal.code === 'body-too-large' ? 413 : statusOf(done.refusal), rule.page(call.params), done.refusal);
  });
}

/** Known as guarded, and says so where the database is away. */
function sealed(route: Route): Route {
  const told = saidWhereAway(route);
  guarded.add(told);
  return told;
}

interface Passed<R extends Right> extends Omit<Call<R, null>, 'fields' | 'request'> {
  readonly answer: Answer;
}

/** Origin, fetch metadata, session and right, in this order; the answer that refuses where one is missing. */
async function passGuard<R extends Right>(right: R, request: Request, context: Parameters<Route>[1]): Promise<Passed<R> | Response> {
  const params = (await context?.params) ?? {};
  const desk = await getDesk();
  const wantsJson = (request.headers.get('accept') ?? '').includes('application/json');
  const answer = new Answer(desk.siteUrl, wantsJson, request);
  const foreign = siteAddressProblem(desk.siteUrl) ?? foreignness(request, desk.siteUrl);
  if (foreign !== null) return answer.problem(403, { code: 'foreign-request', message: foreign });

  const now = new Date();
  const session = right === 'anyone' ? null : await findAnySession(desk, request.headers, now);
  if (right !== 'anyone' && session === null) {
    return answer.refused(401, SIGN_IN_PAGE, { code: 'signed-out', message: 'You are signed out. Sign in and try again.' });
  }
  const whole = session && wholeSession(session);
  answer.userId = session?.userId ?? null;
  if (right !== 'anyone' && right !== 'half') {
    if (whole === null) return answer.refused(403, '/admin', { code: 'second-factor-missing', message: 'Your second factor is missing. Open the desk and give it.' });
    if (!hasRole(whole.editor, right)) return answer.problem(403, { code: 'no-right', message: `This takes the right of ${right}.` });
  }
  // The type says what the lines above have done: a session for every right, none for anyone.
  return { answer, session: (whole ?? session) as Call<R, null>['session'], desk, now, params };
}

/** What a refusal of a verb is in the words of HTTP; 422 for all others. */
const STATUS_OF_REFUSAL: Readonly<Record<string, number>> = {
  'version-missing': 428, 'version-stale': 412, 'seen-stale': 412, 'held-by-changeset': 409, 'wrong-state': 409, 'approval-void': 409,
  'no-such-changeset': 404, 'no-such-draft': 404, 'no-such-row': 404, 'no-such-comment': 404, 'no-such-release': 404, 'no-such-link': 404,
  'not-allowed': 403, 'own-changeset': 403,
};

function statusOf(refusal: RefusedAnswer): number {
  return refusal.retryAfterSeconds === undefined ? (STATUS_OF_REFUSAL[refusal.code] ?? 422) : 429;
}

const STATUS_OF: Record<BodyRefusal['code'], number> = { 'body-too-large': 413, 'body-unreadable': 400, 'body-type': 415 };

/** Browsers name the page that sends a form; a request without that, or from any other page, is not ours. */
function foreignness(request: Request, siteUrl: string): string | null {
  const own = new URL(siteUrl).origin;
  const origin = request.headers.get('origin');
  if (origin !== own) return `This form was not sent from ${own}, the address this installation answers to (SITE_URL). Open ${own}/admin and try again.`;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return 'This form was sent from another site.';
  return null;
}

/** The same answer in two forms: a redirect for a plain form, JSON for a script. */
class Answer {
  constructor(
    private readonly siteUrl: string,
    private readonly wantsJson: boolean,
    private readonly request: Request,
  ) {}

  /** Whose session it is, once that is known. */
  userId: string | null = null;

  done({ location, data, lines, headers = [] }: Done): Response {
    if (lines !== undefined) return new Response(lines, { status: 200, headers: this.headers('application/x-ndjson; charset=utf-8', headers) });
    return this.wantsJson ? this.json(200, { location, ...(data !== undefined && { data }) }, headers) : this.redirect(location, headers);
  }

  refused(status: number, page: string, refusal: RefusedAnswer, kept: Done['headers'] = []): Response {
    if (!this.wantsJson) this.note(refusal);
    if (this.wantsJson) return page.startsWith(CONFIRM_PAGE) ? this.problem(status, refusal, page, kept) : this.problem(status, refusal);
    const target = new URL(page, this.siteUrl);
    target.searchParams.set('problem', refusal.code);
    return this.redirect(`${target.pathname}${target.search}`, [...retryAfter(refusal), ...kept]);
  }

  /** `location`: where the way goes on, for a script. */
  problem(status: number, refusal: RefusedAnswer, location: string | null = null, kept: Done['headers'] = []): Response {
    this.note(refusal);
    const headers = [...retryAfter(refusal), ...kept];
    const { code, message, retryAfterSeconds: _header, ...details } = refusal;
    const body = { ...details, status, code, title: message, ...(location !== null && { location }) };
    if (this.wantsJson) return this.json(status, body, headers, 'application/problem+json');
    return new Response(`${refusal.message}\n`, { status, headers: this.headers('text/plain; charset=utf-8', headers) });
  }

  private note({ code }: Refusal): void {
    if (isDoor(code)) noteSecurityEvent(this.request, { event: 'refused', code, userId: this.userId });
  }

  private json(status: number, body: object, headers: Done['headers'], type = 'application/json'): Response {
    return new Response(JSON.stringify(body), { status, headers: this.headers(type, headers) });
  }

  /** Relative, so that no header of the request has a say in where it leads. */
  private redirect(location: string, headers: Done['headers']): Response {
    return new Response(null, { status: 303, headers: this.headers(null, [...(headers ?? []), ['location', location]]) });
  }

  private headers(type: string | null, extra: Done['headers'] = []): Headers {
    const headers = new Headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    if (type !== null) headers.set('content-type', type);
    for (const [name, value] of extra) headers.append(name, value);
    return headers;
  }
}

function retryAfter(refusal: RefusedAnswer): readonly (readonly [string, string])[] {
  return refusal.retryAfterSeconds === undefined ? [] : [['retry-after', String(refusal.retryAfterSeconds)]];
}

function headerOf(cookie: string | null): readonly (readonly [string, string])[] {
  return cookie === null ? [] : [['set-cookie', cookie]];
}
