import { and, eq, isNull } from 'drizzle-orm';
import type { Role } from '../../domain/editor';
import type { Database } from '../client';
import { roles } from '../schema/index';

/** The role of a person who may still enter, or null. */
export async function findStandingRole(db: Database, userId: string): Promise<Role | null> {
  const [row] = await db.select({ role: roles.role }).from(roles).where(and(eq(roles.userId, userId), isNull(roles.suspendedAt)));
  return row?.role ?? null;
}
