import type { TableFile } from '@/domain/package/descriptor';

/** What is in the archive: each table with its rows and, unfolded, its columns. */
export function PackageContents({ files }: { files: readonly TableFile[] }) {
  return (
    <section aria-labelledby="contents" className="mt-14 border-t border-rule-strong pt-6">
      <h2 id="contents" className="text-2xl">What is in it</h2>
      <p className="mt-3 max-w-prose text-muted">
        {files.length} tables as CSV, <code>datapackage.json</code> with a description of every column, a README, licences, a reference to cite, and checksums of all files.
      </p>
      <div className="mt-4 border-b border-rule">
        {files.map(({ table, path }) => (
          <details key={path} className="fold">
            <summary className="flex-wrap gap-y-0! py-1.5">
              <span>{table.title}</span>
              <span className="fold-count">{table.rows.length} {table.rows.length === 1 ? 'row' : 'rows'}</span>
              <span className="basis-full ps-[1.3rem] text-sm font-normal text-muted sm:basis-auto sm:ps-0">{table.note}</span>
            </summary>
            <p className="mb-2 text-sm text-muted"><code>{path}</code></p>
            <div className="table-wrap mb-5" role="region" aria-label={`Columns of ${table.title}`} tabIndex={0}>
              <table className="chart-table" style={{ minWidth: '34rem' }} data-plain>
                <thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
                <tbody>
                  {table.fields.map(({ name, type, note, words, isRequired }) => (
                    <tr key={name}>
                      <th scope="row"><code>{name}</code></th>
                      <td>{type}{!isRequired && <small className="remark">may be empty</small>}</td>
                      <td>{note}{words !== null && <small className="remark">{words.join(', ')}</small>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        ))}
      </div>
    </section>
  );
}
