import { createInterface } from 'node:readline/promises'
import { type Loss, lostParts, waysOut } from '../import/firms/loss.js'

/** Shows what would go and asks whether it may; nobody says yes where there is no terminal. */
export async function askedLoss(loss: Loss): Promise<boolean> {
  const parts = lostParts(loss).map((part) => `  - ${part}`)
  const ways = waysOut(loss).slice(0, -1)
  const said = [`${loss.file}`, ...parts, ...ways, 'Take it away? (yes/no) '].join('\n')
  return isYes(await answered(said))
}

/** Asks whether what looks as if it were read wrongly is right. */
export const askedUnusual = async (findings: readonly string[]): Promise<boolean> =>
  isYes(await answered(`Unusual: ${findings.join('; ')}. Import it as it reads? (yes/no) `))

/** Asks what list a file is; null where there is no terminal or no answer. */
export async function askedTitle(file: string): Promise<string | null> {
  const title = await answered(
    `What is the list in ${file} called? Files of the same title are editions of one list (nothing: as the file): `,
  )
  return title === '' ? null : title
}

const isYes = (answer: string | null): boolean => /^(y|yes|j|ja)$/i.test(answer ?? '')

async function answered(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim()
}
