import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { lazy } from 'preact-iso'
import { useTexts } from '../../language/language.js'
import { networkTexts } from '../../language/network.js'
import { partTexts } from '../../language/parts.js'
import type { PictureKind } from '../../parts/save-picture.js'
import { useFrame } from '../../parts/use-frame.js'
import type { Drawing, DrawingProps } from './drawn.js'
import { SvgDrawing } from './svg-drawing.js'

const SigmaDrawing = lazy(async () => (await import('./sigma-drawing.js')).SigmaDrawing)

/** Up to so many nodes a network is drawn with the shapes and names of all; more are drawn by a library for many. */
const MOST_BY_HAND = 150
const ZOOM = 1.4

/** A network as a picture: what it shows as its title, tools to look closer, its legend, and it as files. */
export function Figure({
  title,
  shows,
  sources,
  children,
  onReset,
  ...drawn
}: Omit<DrawingProps, 'drawing' | 'label'> & {
  readonly title: string
  readonly shows: string
  /** Who states what is drawn. */
  readonly sources: readonly string[]
  /** The legend. */
  readonly children: ComponentChildren
  /** Shows all that was hidden or taken away; null where nothing was. */
  readonly onReset: (() => void) | null
}) {
  const texts = useTexts(networkTexts)
  const parts = useTexts(partTexts)
  const figure = useRef<HTMLElement>(null)
  const drawing = useRef<Drawing>(null)
  const frameOf = useFrame({ title, shows, sources })
  const props = { ...drawn, label: title, drawing }

  async function save(kind: PictureKind) {
    const { current } = figure
    const picture = drawing.current?.picture()
    if (!current || !picture) return
    const { saveFramed, saveUnshown } = await import('../../parts/save-picture.js')
    const frame = frameOf(current)
    const file = 'norrgraph-network'
    if (picture.isShown) await saveFramed(kind, file, picture.svg, frame)
    else await saveUnshown(kind, file, picture.svg, { place: current, frame })
  }

  const tool = (sign: string, name: string, act: () => void) => (
    <button type="button" aria-label={name} title={name} onClick={act}>
      {sign}
    </button>
  )
  return (
    <figure class="picture network-figure" ref={figure}>
      <figcaption>
        <h2 class="picture-title">{title}</h2>
        <p class="quiet">{shows}</p>
      </figcaption>
      <div class="network-tools no-print">
        {tool('+', texts.tools.in, () => drawing.current?.zoom(ZOOM))}
        {tool('−', texts.tools.out, () => drawing.current?.zoom(1 / ZOOM))}
        <button type="button" onClick={() => drawing.current?.fit()}>
          {texts.tools.fit}
        </button>
        {onReset && (
          <button type="button" onClick={onReset}>
            {texts.tools.reset}
          </button>
        )}
      </div>
      {drawn.nodes.length > MOST_BY_HAND ? <SigmaDrawing {...props} /> : <SvgDrawing {...props} />}
      {children}
      <div class="picture-tools">
        <span class="quiet">{parts.download}</span>
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
