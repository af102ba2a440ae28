import { RowRefusal } from './refusal.js'

/** What each row says, by what it is about, in a few bytes: so much that rows which differ are told apart, and their lines known. */
export class DuplicateSurvey {
  private readonly first = new Map<string, number>()
  private readonly lines = new Map<string, number[]>()

  /** @param said what the row says, cell by cell. */
  hear(about: string, line: number, said: string): void {
    const packed = line * HASHES + hashOf(said)
    const before = this.first.get(about)
    if (before === undefined) {
      this.first.set(about, packed)
      return
    }
    const lines = this.lines.get(about)
    if (lines) lines.push(line)
    else if (before % HASHES !== packed % HASHES) this.lines.set(about, [Math.floor(before / HASHES), line])
  }

  /** Lines of rows that say different things of one. */
  differing(): ReadonlyMap<string, readonly number[]> {
    return this.lines
  }
}

const HASHES = 2 ** 21

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % HASHES
}

/** What a row that says the same as one before it is counted as. */
export const REPEATED = 'rows that repeat an earlier one'

/** Why rows of these lines are not taken. */
export const differingRows = (lines: readonly number[]): RowRefusal =>
  new RowRefusal('row', 'another row says something else of the same', { detail: `lines ${lines.join(', ')}` })
