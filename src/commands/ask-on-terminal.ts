import { createInterface } from 'node:readline/promises'
import { type Loss, lostParts, waysOut } from '../import/firms/loss.js'

/** Shows what would go and asks whether it may; nobody says yes where there is no terminal. */
export const askedLoss = (loss: Loss): Promise<boolean> =>
  askedWhetherLost(loss.file, lostParts(loss), waysOut(loss).slice(0, -1))

/** The same of what would go in words. */
export async function askedWhetherLost(
  file: string,
  parts: readonly string[],
  ways: readonly string[] = [],
): Promise<boolean> {
  const said = [file, ...parts.map((part) => `  - ${part}`), ...ways, 'Take it away? (yes/no) '].join('\n')
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
  // Ends the program, or what it began elsewhere, as anywhere else.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim()
}
