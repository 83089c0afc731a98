import type { Role } from '@/domain/editor';

const ROLES: readonly { readonly role: Role; readonly label: string }[] = [
  { role: 'editor', label: 'Editor' },
  { role: 'reviewer', label: 'Reviewer' },
  { role: 'admin', label: 'Admin' },
];

/** `isHidden`: the label is spoken only. */
export function RoleField({ label, role, isHidden = false }: { readonly label: string; readonly role: Role; readonly isHidden?: boolean }) {
  return (
    <label className="flex flex-col gap-1.5">
      <span className={isHidden ? 'sr-only' : 'font-medium'}>{label}</span>
      <select name="role" defaultValue={role} className={isHidden ? 'min-h-8 border border-rule-strong bg-raised px-2 text-sm' : 'border border-rule-strong bg-raised px-3 py-2'}>
        {ROLES.map((one) => <option key={one.role} value={one.role}>{one.label}</option>)}
      </select>
    </label>
  );
}
