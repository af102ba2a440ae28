import { SaxesParser, type SaxesTagPlain } from 'saxes'

/** What is heard of a text in XML, names without what stands before a colon. */
export interface Hearer {
  begin?(name: string, attribute: (name: string) => string | undefined): void
  text?(text: string): void
  end?(name: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Signs without a tag among them, which the parser would keep. */
const MOST_WITHOUT_TAG = 1_048_576

/**
 * Reads XML part by part; entities that a document declares itself are not read.
 * @throws Error where it is none, or has no tag for long
 */
export function xmlReader(hearer: Hearer): { write(text: string): void; close(): void } {
  const parser = new SaxesParser()
  let withoutTag = 0
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    withoutTag = 0
    hearer.begin?.(local(name), (wanted) => {
      const found = attributes[wanted]
      if (found !== undefined) return found
      const prefixed = Object.keys(attributes).find((each) => local(each) === wanted)
      return prefixed === undefined ? undefined : attributes[prefixed]
    })
  })
  parser.on('text', (text) => hearer.text?.(text))
  parser.on('cdata', (text) => hearer.text?.(text))
  parser.on('closetag', ({ name }) => hearer.end?.(local(name)))
  return {
    write: (text) => {
      withoutTag += text.length
      parser.write(text)
      if (withoutTag > MOST_WITHOUT_TAG) throw new Error('no tag for long')
    },
    close: () => {
      parser.close()
    },
  }
}
