interface ChoiceLinksProps {
  readonly label: string;
  readonly choices: readonly { readonly label: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** A choice among few, each of them a link to the same page in that view. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="choice-links">
      <span className="choice-label" aria-hidden="true">{label}</span>
      <ul>
        {choices.map((choice) => (
          <li key={choice.href}>
            <a href={choice.href} aria-current={choice.isCurrent ? 'true' : undefined} data-follows-view>{choice.label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
