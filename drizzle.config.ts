import { defineConfig } from 'drizzle-kit';

/** Used only by `drizzle-kit generate`; migrations run through db/migrate.ts. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/index.ts', out: './db/migrations' });
