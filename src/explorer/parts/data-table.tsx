import type { ComponentChildren } from 'preact'
import { useLangOf } from '../language/reads-as.js'

/** A column of a table: what it is called, and what stands in it. */
export interface Column<Row> {
  readonly title: string
  /** As a file has it: plain, unrounded. */
  readonly value: (row: Row) => string | number | null
  /** As a reader sees it; the value where left out. */
  readonly show?: (row: Row) => ComponentChildren
}

/** Rows as a table. Numbers stand to the right. */
export function DataTable<Row>({
  caption,
  headed = false,
  columns,
  rows,
}: {
  readonly caption: string
  /** Whether a heading above says the same: then only who does not see it hears the caption. */
  readonly headed?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
}) {
  const langOf = useLangOf()
  return (
    // Wide tables move within their own frame; the keyboard has to reach it for that.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields
    <div class="table-frame" role="group" tabIndex={0} aria-label={caption}>
      <table>
        <caption class={headed ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, value }) => (
              <th
                key={title}
                scope="col"
                class={rows.some((row) => typeof value(row) === 'number') ? 'number' : undefined}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other key in common
            <tr key={index}>
              {columns.map(({ title, value, show }, place) => {
                const plain = value(row)
                const content = show ? show(row) : plain
                const lang = show || typeof plain !== 'string' ? undefined : langOf(plain)
                if (place === 0) {
                  return (
                    <th key={title} scope="row" lang={lang}>
                      {content}
                    </th>
                  )
                }
                return (
                  <td key={title} class={typeof plain === 'number' ? 'number' : undefined} lang={lang}>
                    {content}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
