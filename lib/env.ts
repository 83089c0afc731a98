import { z } from 'zod';

// The only file that reads process.env. Everything else asks env(), so that every setting has one name, one check and one default.

const text = z.string().trim();
const postgresUrl = text.refine((value) => /^postgres(ql)?:\/\//.test(value), 'must look like postgres://user:password@host:5432/name');
const siteUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://figures.example.org' })
  .transform((value) => value.replace(/\/+$/, ''));

/** `slug=host host; slug=host`: which hosts may frame a chart. A host may begin with a scheme or `*.` and end with a port. */
const FRAME_HOST = /^(https?:\/\/)?(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$/;
const embedHosts = text.transform((value, context) => {
  const hosts = new Map<string, readonly string[]>();
  for (const rule of value.split(';').map((part) => part.trim()).filter((part) => part !== '')) {
    const [slug = '', list = '', ...more] = rule.split('=').map((part) => part.trim());
    const names = list.split(/\s+/).filter((name) => name !== '');
    const isFine = /^(\*|[a-z0-9]+(-[a-z0-9]+)*)$/.test(slug) && more.length === 0 && names.length > 0 && names.every((name) => FRAME_HOST.test(name)) && !hosts.has(slug);
    if (!isFine) context.addIssue({ code: 'custom', message: 'must look like border-closures=news.example *.example.org; *=example.net, each chart once' });
    hosts.set(slug, names);
  }
  return hosts;
});

const settings = z.object({
  DATABASE_URL: postgresUrl.optional(),
  MIGRATE_URL: postgresUrl.optional(),
  REPLICA_URL: postgresUrl.optional(),
  DATA_DIR: text.default('./data'),
  PORT: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 to 65535').max(65_535, 'must be 1 to 65535').default(3000),
  SITE_URL: siteUrl.optional(),
  AUTH_SECRET: text.min(32, 'must have at least 32 characters, for example from `openssl rand -base64 33`').optional(),
  SECURITY_CONTACT: text.regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, 'must be mailto:somebody@example.org or an https:// address').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtps://user:password@mail.example.org:465' }).optional(),
  MAIL_FROM: text.refine((value) => /^[^\s<>,;@]+@[^\s<>,;@]+$/.test(value), 'must be one email address, such as ledger@example.org').optional(),
  EMBED_SIGHTINGS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  EMBED_HOSTS: embedHosts.default(new Map<string, readonly string[]>()),
  NODE_ENV: z.enum(['development', 'production', 'test'], 'must be development, production or test').default('development'),
  METRICS_PORT: z.coerce.number('must be a number').int('must be a whole number').min(1, 'must be 1 to 65535').max(65_535, 'must be 1 to 65535').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  NEXT_MANUAL_SIG_HANDLE: text.optional(),
  NEXT_PHASE: text.optional(),
});

/** The settings of this process, checked. */
export interface Env {
  /** Address of a PostgreSQL server (a secret: it may hold a password), or null for the embedded database. */
  readonly databaseUrl: string | null;
  /** The same database as its owner, who migrates it (a secret), or null where the app itself is the owner. */
  readonly migrateUrl: string | null;
  /** A streaming replica of the database, for readers' pages (a secret), or null. */
  readonly replicaUrl: string | null;
  /** Directory of the embedded database, as given; relative to the working directory. */
  readonly dataDir: string;
  readonly port: number;
  /** Public address of the site without a trailing slash. */
  readonly siteUrl: string;
  /** Signs the session cookies (a secret), or null: then one is made and kept beside the data. Several instances must share it. */
  readonly authSecret: string | null;
  /** Who is told of a weakness, as /.well-known/security.txt names him, or null. */
  readonly securityContact: string | null;
  /** The mail server that sends links to those invited (a secret: it may hold a password) and the sender's address; null: no mail is ever sent. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Whether it is counted on which hosts embeds are shown. */
  readonly countsEmbedSightings: boolean;
  /** Hosts that may frame a chart, by slug; `*` for charts without hosts of their own. A chart that neither names may be framed by all. */
  readonly embedHosts: ReadonlyMap<string, readonly string[]>;
  /** The port on 127.0.0.1 where an operator's figures are told, or null: then nowhere. */
  readonly metricsPort: number | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Whether this process ends by itself when asked to; otherwise the framework does it. */
  readonly stopsItself: boolean;
  readonly nodeEnv: 'development' | 'production' | 'test';
  /** True inside `next build`, where nothing may open the database. */
  readonly isBuilding: boolean;
}

/** Settings that cannot be used; the message lists every one of them, never their values. */
export class EnvError extends Error {
  override readonly name = 'EnvError';

  constructor(readonly problems: readonly string[]) {
    super(`The settings of this installation cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the settings anew at every call, so that tests may vary them. An empty variable counts as absent.
 * Throws EnvError with the list of everything that is wrong.
 */
export function env(source: Record<string, string | undefined> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''));
  const parsed = settings.safeParse(present);
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  const { data } = parsed;
  if (data.DATABASE_URL === undefined && (data.MIGRATE_URL ?? data.REPLICA_URL) !== undefined) throw new EnvError(['MIGRATE_URL and REPLICA_URL belong to a DATABASE_URL, which is missing']);
  if ((data.SMTP_URL === undefined) !== (data.MAIL_FROM === undefined)) throw new EnvError(['SMTP_URL and MAIL_FROM must be set together, or neither']);
  return {
    databaseUrl: data.DATABASE_URL ?? null,
    migrateUrl: data.MIGRATE_URL ?? null,
    replicaUrl: data.REPLICA_URL ?? null,
    dataDir: data.DATA_DIR,
    port: data.PORT,
    siteUrl: data.SITE_URL ?? `http://localhost:${data.PORT}`,
    authSecret: data.AUTH_SECRET ?? null,
    securityContact: data.SECURITY_CONTACT ?? null,
    mail: data.SMTP_URL !== undefined && data.MAIL_FROM !== undefined ? { url: data.SMTP_URL, from: data.MAIL_FROM } : null,
    countsEmbedSightings: data.EMBED_SIGHTINGS === 'on',
    embedHosts: data.EMBED_HOSTS,
    metricsPort: data.METRICS_PORT ?? null,
    logLevel: data.LOG_LEVEL,
    stopsItself: data.NEXT_MANUAL_SIG_HANDLE !== undefined,
    nodeEnv: data.NODE_ENV,
    isBuilding: data.NEXT_PHASE === 'phase-production-build',
  };
}

/** Tells fontconfig, inside this process, which fonts there are. It looks once, when the first picture is drawn. */
export function setFontConfiguration(file: string): void {
  process.env.FONTCONFIG_FILE = file;
}
