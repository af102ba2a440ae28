import { useFormat, useLanguage, useTexts } from '../language/language.js'
import { partTexts } from '../language/parts.js'
import { useRegionWords } from '../language/region.js'
import { currentDay } from './current-day.js'
import type { LegendItem } from './frame-legend.js'
import type { Frame } from './framed.js'
import { usePublicAddress } from './public-address.js'
import { inLight } from './styled-copy.js'

/** What is said of a picture, on the page and in the frame of its files. */
export interface FrameWords {
  /** What was found, as a sentence. */
  readonly title: string
  /** What is drawn, of how many. */
  readonly shows?: string
  /** What it rests on, in one line. */
  readonly assumes?: string
  /** Whose figures they are, each with its edition. */
  readonly sources?: readonly string[]
}

/** Makes the frame of a picture's files: of what is said of it, and of the legend that is shown within an element. */
export function useFrame({ title, shows = '', assumes = '', sources = [] }: FrameWords): (within: Element) => Frame {
  const texts = useTexts(partTexts)
  const words = useRegionWords()
  const language = useLanguage()
  const format = useFormat()
  const addressOf = usePublicAddress()
  return (within) => {
    const today = format.day(currentDay())
    const from = sources.length > 0 ? [`${texts.source}: ${sources.join('; ')}`] : []
    const legend = inLight(() => [...within.querySelectorAll('.legend-head, .legend li')].map(itemOf))
    return {
      ...{ title, shows, assumes, legend, language },
      from: [...from, `${words.title}, ${today}. ${addressOf()}`],
    }
  }
}

function itemOf(item: Element): LegendItem {
  const swatch = item.querySelector('svg, .swatch')
  // What stands in the symbol itself is drawn with it.
  const words = [...item.childNodes].filter((part) => part !== swatch).map((part) => part.textContent)
  const text = words.join('').trim().replace(/\s+/g, ' ')
  const colour = swatch === null ? null : getComputedStyle(swatch).backgroundColor
  return swatch instanceof SVGSVGElement ? { text, colour, symbol: swatch } : { text, colour }
}
