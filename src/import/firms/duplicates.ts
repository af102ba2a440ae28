/** What each row says, by firm, in a few bytes: so much that rows which differ are told apart, and their lines known. */
export class DuplicateSurvey {
  private readonly first = new Map<number, number>()
  private readonly lines = new Map<string, number[]>()

  /** @param said what the row says, cell by cell. */
  hear(number: string, line: number, said: string): void {
    const key = Number(number)
    const packed = line * HASHES + hashOf(said)
    const before = this.first.get(key)
    if (before === undefined) {
      this.first.set(key, packed)
      return
    }
    const lines = this.lines.get(number)
    if (lines) lines.push(line)
    else if (before % HASHES !== packed % HASHES) this.lines.set(number, [Math.floor(before / HASHES), line])
  }

  /** Lines of rows that say different things of one firm. */
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
