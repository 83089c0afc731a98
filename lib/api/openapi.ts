import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { COMPILATION_LICENCE } from '@/domain/package/descriptor';
import { fieldsOf } from './fields';
import { parametersOf } from './question';
import { RESOURCES, type Resource } from './resources';

// The description of the read API, made of the schemas that read its questions and of the columns that write its answers.

const problem = z.object({
  type: z.string(), status: z.int(), title: z.string(), detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), allowed: z.string() })).optional().describe('Each parameter that was refused, and what it may be.'),
}).meta({ id: 'Problem' });

const refusal = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });

/** Schema of one row of the resource; a selection of fields leaves others out. */
function rowSchema(resource: Resource): z.ZodType {
  const shape = Object.fromEntries(fieldsOf(resource).map(({ name, schema }) => [name, schema.optional()]));
  return z.strictObject(shape).meta({ id: resource.name[0]?.toUpperCase() + resource.name.slice(1) + 'Row' });
}

/** The JSON of a list, for the description and for tests that hold answers against it. */
export function listSchema(resource: Resource): z.ZodType {
  return z.strictObject({
    release: z.int().describe('The release that answered. All pages of a list are of one release.'),
    asOf: z.iso.date().nullable().describe('The vintage asked for; null for everything reported by now.'),
    data: z.array(rowSchema(resource)),
    next: z.string().nullable().describe('Address of the next page, or null.'),
    leftOut: z.array(z.object({ series: z.string(), reason: z.string() })).optional().describe('Series whose figures may not be passed on.'),
  });
}

/** What `/api/v1` itself answers: where to go on. */
const index = z.strictObject({
  release: z.int().describe('The newest release.'), openapi: z.string(), documentation: z.string(),
  lists: z.array(z.strictObject({ name: z.string(), href: z.string(), summary: z.string() })),
}).meta({ id: 'Index' });

export function apiIndex({ siteUrl, currentRelease }: Facts): z.infer<typeof index> {
  return {
    release: currentRelease, openapi: `${siteUrl}/api/v1/openapi.json`, documentation: `${siteUrl}/data/api`,
    lists: RESOURCES.map(({ name, summary }) => ({ name, href: `${siteUrl}/api/v1/${name}`, summary })),
  };
}

interface Facts {
  readonly siteUrl: string;
  readonly currentRelease: number;
  readonly today: string;
}

export function openApiDocument({ siteUrl, currentRelease, today }: Facts) {
  const paths: ZodOpenApiPathsObject = Object.fromEntries(RESOURCES.map((resource) => {
    const fields = fieldsOf(resource).map(({ name }) => name);
    const parameters = parametersOf(resource, { currentRelease, today, fields });
    return [`/api/v1/${resource.name}`, {
      get: {
        operationId: `list-${resource.name}`,
        summary: resource.summary,
        parameters: parameters.map(({ name, allowed, example, described }) => ({
          name, in: 'query' as const, description: allowed, schema: described, ...(described.type === 'array' && { style: 'form' as const, explode: false }), ...(example !== undefined && { example }),
        })),
        responses: {
          200: {
            description: 'A page of the list.',
            headers: z.object({ etag: z.string(), 'cache-control': z.string() }),
            content: { 'application/json': { schema: listSchema(resource) }, 'text/csv': { schema: { type: 'string' as const } } },
          },
          304: { description: 'Nothing has changed since the answer that If-None-Match names.' },
          400: refusal('A parameter is unknown or malformed; each is named with what it may be.'),
          ...(resource.name === 'readings' && { 403: refusal('A series named may not be passed on: its licence forbids it.') }),
          429: refusal('Too many requests from this address; Retry-After says for how many seconds to wait.'),
          503: refusal('The ledger cannot be read at the moment.'),
        },
      },
    }];
  }));
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Frontier Ledger, read API',
      version: '1',
      description: 'Figures on violence and border closures along the Pakistan-Afghanistan frontier, every number with its source. '
        + 'An answer is a pure function of the release and the question: name a release and it never changes. No key is needed.',
      license: { name: COMPILATION_LICENCE.title, identifier: COMPILATION_LICENCE.name },
    },
    servers: [{ url: siteUrl }],
    paths: {
      '/api/v1': {
        get: {
          operationId: 'index', summary: 'The lists there are.',
          responses: {
            200: { description: 'Where to go on.', content: { 'application/json': { schema: index } } },
            429: refusal('Too many requests from this address; Retry-After says for how many seconds to wait.'), 503: refusal('The ledger cannot be read at the moment.'),
          },
        },
      },
      ...paths,
    },
  });
}
