import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { useLanguage, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { type Column, DataTable } from './data-table.js'
import { type Draw, DrawnAnew } from './room.js'
import type { PictureKind } from './save-picture.js'
import { type FrameWords, useFrame } from './use-frame.js'

/**
 * A picture with the table behind it, and both as files.
 * @param assumed what it rests on as a reader of the page sees it, with words that lead to what they mean; `assumes` where left out, nothing where null.
 * @param brief what is drawn on paper and in files, which have room for less; `shows` where left out.
 * @param file what the files are called, without ending.
 * @param children the picture: it holds an SVG, and its legend.
 */
export function Picture<Row>({
  title,
  shows = '',
  assumes = '',
  assumed = assumes,
  sources = [],
  brief = shows,
  file,
  columns,
  rows,
  children,
}: FrameWords & {
  readonly assumed?: ComponentChildren
  readonly brief?: string
  readonly file: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly children: ComponentChildren
}) {
  const texts = useTexts(partTexts)
  const language = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const picture = useRef<HTMLDivElement>(null)
  const anew = useRef<Draw>(null)
  const frameOf = useFrame({ title, shows: brief, assumes, sources })
  const files = async () => await import('./save-picture.js')

  async function save(kind: PictureKind) {
    const { saveAnew, saveFramed } = await files()
    const { current } = picture
    if (current && anew.current) {
      await saveAnew(kind, file, anew.current, { place: current, frame: frameOf(current) })
      return
    }
    const drawn = current?.querySelector<SVGSVGElement>('svg:not(.legend svg)')
    if (current && drawn) await saveFramed(kind, file, drawn, frameOf(current))
  }

  return (
    <figure class="picture">
      <figcaption>
        <h2 class="picture-title">{title}</h2>
        {shows !== '' && <p class={brief === shows ? 'quiet' : 'quiet no-print'}>{shows}</p>}
        {brief !== shows && <p class="quiet print-only">{brief}</p>}
        {assumes !== '' && assumed !== null && <p class="quiet">{assumed}</p>}
      </figcaption>
      <div ref={picture} hidden={asTable}>
        <DrawnAnew.Provider value={anew}>{children}</DrawnAnew.Provider>
      </div>
      {asTable && <DataTable caption={title} headed columns={columns} rows={rows} />}
      {sources.length > 0 && (
        <p class="quiet picture-source">
          {texts.source}: {sources.join('; ')}
        </p>
      )}
      <div class="picture-tools">
        <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.asPicture : texts.asTable}
        </button>
        <span class="quiet">{texts.download}</span>
        <button type="button" onClick={async () => (await files()).saveCsv(file, columns, rows, language)}>
          CSV
        </button>
        <button type="button" onClick={() => save('svg')}>
          SVG
        </button>
        <button type="button" onClick={() => save('png')}>
          PNG
        </button>
      </div>
    </figure>
  )
}
