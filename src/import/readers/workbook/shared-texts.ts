import type { Entry } from 'yauzl'
import { ImportError } from '../../import-error.js'
import { LONGEST_CELL } from '../records.js'
import { withoutEscapes } from './cell-value.js'
import { xmlReader } from './elements.js'
import { partText } from './packed-file.js'

/** Texts that the sheets share take no more memory than this many signs. */
const MOST_SHARED = 134_217_728

/** Gathers the text of a cell: what is written in any font, without how it is pronounced. */
export function textGatherer(): {
  begin(name: string): void
  text(text: string): void
  end(name: string): void
  take(): string
} {
  let gathered = ''
  let inText = false
  let inPhonetic = false
  return {
    begin(name) {
      if (name === 'rPh') inPhonetic = true
      if (name === 't') inText = !inPhonetic
    },
    text(text) {
      if (inText && gathered.length <= LONGEST_CELL) gathered += text
    },
    end(name) {
      if (name === 'rPh') inPhonetic = false
      if (name === 't') inText = false
    },
    take() {
      const text = gathered
      gathered = ''
      return text
    },
  }
}

/** Reads the texts that the sheets of a workbook share. @throws ImportError */
export async function readSharedTexts(path: string, part: Entry | undefined): Promise<readonly string[]> {
  const texts: string[] = []
  if (part === undefined) return texts
  const gatherer = textGatherer()
  let signs = 0
  const reader = xmlReader({
    begin: gatherer.begin,
    text: gatherer.text,
    end(name) {
      gatherer.end(name)
      if (name !== 'si') return
      const text = withoutEscapes(gatherer.take())
      signs += text.length
      texts.push(text)
    },
  })
  for await (const text of partText(path, part)) {
    reader.write(text)
    if (signs > MOST_SHARED)
      throw new ImportError(path, null, 'holds more text than a workbook of firms does: save its table as CSV (UTF-8)')
  }
  reader.close()
  return texts
}
