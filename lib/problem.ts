import type { Subject } from './inputs/address';
import type { ViewProblem } from './inputs/view';

// Errors for machines, as RFC 9457 problem documents.

interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { readonly parameter: string; readonly allowed: string }[];
}

const HEADERS = {
  'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After', 'Cross-Origin-Resource-Policy': 'cross-origin',
};

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', ...problem });
  return new Response(body, { status: problem.status, headers: { ...HEADERS, ...headers } });
}

/** 400: which parameters were refused and what they may be. */
export function refusedParameters(problems: readonly ViewProblem[]): Response {
  const names = problems.map(({ parameter }) => (parameter === 'unknown' ? 'a parameter that does not exist' : parameter)).join(', ');
  const detail = `Refused: ${names}. ${problems.map(({ parameter, allowed }) => `${parameter}: ${allowed}`).join('; ')}.`;
  return problemResponse({ status: 400, title: 'A parameter of this address is not allowed', detail, errors: problems });
}

/** Why some figures are in no file and no answer of the API. */
export const BARRED = 'The licence of its source does not let its figures be passed on.';

/** 403: the figures of these series may not be passed on; `others` of the chart may. */
export function barredFigures(barred: readonly string[], others: readonly string[]): Response {
  const rest = others.length > 0 ? ` Ask for the others of this chart by series=${others.join(',')}.` : '';
  return problemResponse({ status: 403, title: 'These figures may not be passed on', detail: `${barred.join(', ')}: ${BARRED} The charts show them and name the source.${rest}` });
}

/** 404 for a chart that the release does not have. */
export function missingChart(slug: string): Response {
  return problemResponse({ status: 404, title: 'No such chart', detail: `This release has no chart ${slug}.` });
}

/** 404 for a row that the release does not have. */
export function missingSubject(subject: Subject | null): Response {
  const name = subject === null ? 'such file' : subject.kind === 'release' ? `release ${subject.number}` : `${subject.kind} ${subject.id}`;
  return problemResponse({ status: 404, title: 'Nothing at this address', detail: `This release has no ${name}.` });
}

/** 400 for series that the chart does not have. */
export function refusedSeries(allowed: readonly string[]): Response {
  const names = allowed.length > 0 ? `one or more of ${allowed.join(', ')}, separated by commas` : 'left out: this chart has no series to choose';
  return refusedParameters([{ parameter: 'series', allowed: names }]);
}
