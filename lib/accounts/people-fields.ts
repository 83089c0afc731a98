import { z } from 'zod';

// Fields that several forms about people share.

export const role = z.enum(['editor', 'reviewer', 'admin'], { error: 'Choose a role: editor, reviewer or admin.' });
export const id = z.string().min(1).max(128);
