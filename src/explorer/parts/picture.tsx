import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useLanguage, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { type Column, DataTable } from './data-table.js'

/**
 * A picture with the table behind it, and both as files.
 * @param file what the files are called, without ending.
 * @param children the picture: it holds an SVG, or a table whose cells are coloured.
 */
export function Picture<Row>({
  title,
  file,
  columns,
  rows,
  children,
}: {
  readonly title: string
  readonly file: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly children: ComponentChildren
}) {
  const texts = useTexts(partTexts)
  const language = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const files = async () => await import('./save-picture.js')

  async function save(kind: 'saveSvg' | 'savePng') {
    const { [kind]: saveAs, saveUnshown } = await files()
    const { current } = picture
    const shown = current?.querySelector('svg, table')
    if (shown instanceof SVGSVGElement) await saveAs(file, shown)
    if (!current || !(shown instanceof HTMLTableElement)) return
    const { svgOfTable } = await import('./svg-of-table.js')
    await saveUnshown(saveAs, file, svgOfTable(shown), current)
  }

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
        <button type="button" onClick={async () => (await files()).saveCsv(file, columns, rows, language)}>
          CSV
        </button>
        <button type="button" onClick={() => save('saveSvg')}>
          SVG
        </button>
        <button type="button" onClick={() => save('savePng')}>
          PNG
        </button>
      </div>
    </figure>
  )
}
