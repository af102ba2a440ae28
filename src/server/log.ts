import { type DestinationStream, type Logger, pino } from 'pino'
import { withoutPersonNumbers } from '../text/person-number.js'

/** Lines of JSON on the standard error output, with no number of a person in them, whatever a request holds. */
export const openLog = (to: DestinationStream = pino.destination(2)): Logger =>
  pino({ level: 'warn', hooks: { streamWrite: (line) => withoutPersonNumbers(unescaped(line)) } }, to)

/** A line with what addresses write as `%2D` or `%E2%80%93` in letters, where it is no sign of JSON's own. */
const unescaped = (line: string): string =>
  line.replace(/(?:%[0-9a-f]{2})+/gi, (written) => {
    try {
      return JSON.stringify(decodeURIComponent(written)).slice(1, -1)
    } catch {
      return written
    }
  })
