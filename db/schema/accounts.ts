import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

// Who may write, and what proves it. Identity and sessions are in the shapes better-auth reads and writes; the right (role), the
// invitations and the counted sign-in attempts are ours alone: the library does not know their tables, so no request body can reach them.

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const users = pgTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** `updatedAt` is the last time the session was used (idle limit), `expiresAt` the absolute end, never moved. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** One row per way to sign in; today the password (`providerId` = `credential`, `accountId` = the user's id). */
export const credentials = pgTable(
  'credentials',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [uniqueIndex('credentials_provider_account').on(table.providerId, table.accountId), index('credentials_user').on(table.userId)],
);

export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('verifications_identifier').on(table.identifier)],
);

/** The right of a person. No row: may not enter the desk. */
export const roles = pgTable(
  'roles',
  {
    userId: text('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['editor', 'reviewer', 'admin'] }).notNull(),
    grantedBy: text('granted_by').notNull(),
    grantedAt: moment('granted_at').notNull(),
    /** Set while the person may not enter; what he wrote stays his. */
    suspendedAt: moment('suspended_at'),
  },
  (table) => [check('roles_role', sql`${table.role} in ('editor', 'reviewer', 'admin')`)],
);

/** What a session has proved beyond its password at the start: the second factor, and lately the password again. */
export const sessionProofs = pgTable('session_proofs', {
  sessionId: text('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  secondFactorAt: moment('second_factor_at'),
  confirmedAt: moment('confirmed_at'),
});

/** The app on somebody's phone. The secret is sealed with the installation's own; a step of the clock is taken once. */
export const secondFactors = pgTable('second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: moment('created_at').notNull(),
  /** Null until a first code from the app was right. */
  confirmedAt: moment('confirmed_at'),
  lastStep: integer('last_step').notNull().default(0),
});

/** Another app, set up beside the one that stands, which works until a first code from this one was right. */
export const nextSecondFactors = pgTable('next_second_factors', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sealedSecret: text('sealed_secret').notNull(),
  createdAt: moment('created_at').notNull(),
});

/** Codes on paper for a lost phone, each good once. Only hashes are here. */
export const backupCodes = pgTable(
  'backup_codes',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [uniqueIndex('backup_codes_user_code').on(table.userId, table.codeHash)],
);

/** A one-time link to join, or, for `userId`, to choose a new password. Only the SHA-256 of the token is here, so reading this table opens no door. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ['join', 'new-password'] }).notNull().default('join'),
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['editor', 'reviewer', 'admin'] }).notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** When the link went out by mail; null where none was sent, or sending failed. */
    mailedAt: moment('mailed_at'),
    /** Why the mail did not go out, in the mail server's words, cut short; null where it did or none was tried. */
    mailProblem: text('mail_problem'),
  },
  (table) => [
    check('invitations_purpose', sql`${table.purpose} in ('join', 'new-password')`),
    check('invitations_role', sql`${table.role} in ('editor', 'reviewer', 'admin')`),
    check('invitations_expiry', sql`${table.expiresAt} > ${table.createdAt}`),
  ],
);

/** One row per try to sign in; `subject` is a hash of the address typed, so that no row tells who exists. Kept for a day. */
export const signInAttempts = pgTable(
  'sign_in_attempts',
  {
    id: text('id').primaryKey(),
    subject: text('subject').notNull(),
    address: text('address').notNull(),
    outcome: text('outcome', { enum: ['failed', 'succeeded', 'refused'] }).notNull(),
    attemptedAt: moment('attempted_at').notNull(),
  },
  (table) => [
    index('sign_in_attempts_subject').on(table.subject, table.attemptedAt),
    index('sign_in_attempts_address').on(table.address, table.attemptedAt),
    index('sign_in_attempts_age').on(table.attemptedAt),
    check('sign_in_attempts_outcome', sql`${table.outcome} in ('failed', 'succeeded', 'refused')`),
  ],
);
