import { SYSTEM_PREFIX, type Editor, type Role } from '../domain/editor';

// The one place that makes an Editor. Everything that writes asks for one, so whoever can write came through here.

interface Identity {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly nature: Editor['nature'];
}

function mint(identity: Identity): Editor {
  return Object.freeze({ ...identity }) as Editor;
}

/** The editor for a command of this installation (loading the starting data, a migration). Holds every right; never made for a request. */
export function mintSystemEditor(name: string): Editor {
  const trimmed = name.trim();
  if (trimmed === '') throw new RangeError('A system editor needs a name that says which command writes.');
  return mint({ id: `${SYSTEM_PREFIX}${trimmed}`, name: trimmed, role: 'admin', nature: 'system' });
}

/** What a verified session says about its owner; `verifiedSession` is the id of the live session row that proved it. */
export interface VerifiedPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
  readonly verifiedSession: string;
}

/** The editor for a person whose session was just looked up and found alive. */
export function mintPersonEditor(person: VerifiedPerson): Editor {
  if (person.userId === '' || person.verifiedSession === '') throw new RangeError('A person is minted only from a verified session.');
  return mint({ id: person.userId, name: person.name, role: person.role, nature: 'person' });
}
