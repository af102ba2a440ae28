import { StringDecoder } from 'node:string_decoder'
import {
  endLine,
  firstNames,
  type GraphFileEnd,
  graphFileKinds,
  headerLine,
  nothingCounted,
} from '../../graph/graph-file.js'

/** Kinds of lines by what these name first. */
const kinds: ReadonlyMap<string, keyof GraphFileEnd> = new Map(graphFileKinds.map((kind) => [firstNames[kind], kind]))

/** Looks, while a graph's file goes by, whether all of it comes: its last line counts what it holds. */
export class GraphFileCheck {
  private readonly decoder = new StringDecoder('utf8')
  private readonly counts: Record<keyof GraphFileEnd, number> = { ...nothingCounted }
  private isSound = true
  private lines = 0
  private rest = ''
  private last: GraphFileEnd | null = null

  add(bytes: Uint8Array): void {
    const lines = `${this.rest}${this.decoder.write(bytes)}`.split('\n')
    this.rest = lines.pop() ?? ''
    for (const line of lines) this.look(line)
  }

  /** What it holds; null where that is not what it says, or it does not come to its end. */
  end(): GraphFileEnd | null {
    const { last, counts } = this
    const isWhole = last !== null && this.rest === '' && graphFileKinds.every((kind) => last[kind] === counts[kind])
    return this.isSound && isWhole ? last : null
  }

  private look(line: string): void {
    this.lines += 1
    const [, first = ''] = /^\{"(\w+)":/.exec(line) ?? []
    const kind = kinds.get(first)
    if (this.last !== null) this.isSound = false
    else if (this.lines === 1) this.isSound = headerLine.safeParse(parsed(line)).success
    else if (kind !== undefined) this.counts[kind] += 1
    else {
      const end = endLine.safeParse(parsed(line))
      if (end.success) this.last = end.data
      else this.isSound = false
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
