interface FileTableProps {
  readonly caption: string;
  readonly rows: readonly {
    readonly label: string;
    /** `name` is what the link is called by itself: `Picture, PNG`; the row's label is added to it. */
    readonly files: readonly { readonly label: string; readonly name: string; readonly href: string }[];
  }[];
}

/** Versions of the same thing, one a row, each as files of several formats. */
export function FileTable({ caption, rows }: FileTableProps) {
  return (
    <>
      <h3 className="text-lg">{caption}</h3>
      <ul className="mt-1 divide-y divide-rule border-y border-rule text-[0.9375rem]">
        {rows.map(({ label, files }) => (
          <li key={label} className="flex flex-wrap items-center gap-x-6 gap-y-0.5 py-2">
            <span className="grow">{label}</span>
            <span className="flex flex-wrap gap-x-5">
              {files.map((file) => (
                <a key={file.label} href={file.href} aria-label={`${file.name}: ${label}`} className="inline-flex min-h-8 items-center">{file.label}</a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
