import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { type Column, DataTable } from './data-table.js'

/**
 * A picture with the table behind it, and both as files.
 * @param file what the files are called, without ending.
 * @param drawn whether the picture is an SVG, or holds one, which can be saved.
 */
export function Picture<Row>({
  title,
  file,
  columns,
  rows,
  drawn = true,
  children,
}: {
  readonly title: string
  readonly file: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly drawn?: boolean
  readonly children: ComponentChildren
}) {
  const texts = useTexts(partTexts)
  const [asTable, setAsTable] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const drawing = () => picture.current?.querySelector('svg') ?? null
  const saved = async () => await import('./save-picture.js')

  return (
    <figure class="picture">
      <figcaption>
        <h2 class="picture-title">{title}</h2>
      </figcaption>
      <div ref={picture} hidden={asTable}>
        {children}
      </div>
      {asTable && <DataTable caption={title} headed columns={columns} rows={rows} />}
      <div class="picture-tools">
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.asPicture : texts.asTable}
        </button>
        <span class="quiet">{texts.download}</span>
        <button type="button" onClick={async () => (await saved()).saveCsv(file, columns, rows)}>
          CSV
        </button>
        {drawn && (
          <>
            <button type="button" onClick={async () => (await saved()).saveSvg(file, drawing())}>
              SVG
            </button>
            <button type="button" onClick={async () => (await saved()).savePng(file, drawing())}>
              PNG
            </button>
          </>
        )}
      </div>
    </figure>
  )
}
