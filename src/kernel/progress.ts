import { Presets, SingleBar } from 'cli-progress'

/** How far something has come that takes a while. */
export interface Progress {
  /** @param total of whatever is counted; 0 where it is not known. */
  begin(total: number): void
  /** Sets how many are done. */
  reach(done: number): void
  end(): void
}

/** Shows nothing: for programs that read what another prints. */
export const silent: Progress = { begin() {}, reach() {}, end() {} }

/** What is counted: things one by one, or the bytes of a file, which are shown as megabytes. */
type Counted = 'THINGS' | 'BYTES'

/** A bar on the standard error where that is a terminal, else nothing. */
export function progressBar(what: string, counted: Counted = 'THINGS'): Progress {
  if (!process.stderr.isTTY) return silent
  const format = `${what} {bar} {percentage} % | {progress}`
  let begun = Date.now()
  let total = 0
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.rect)
  const said = (done: number) => ({ progress: progressText(done, total, (Date.now() - begun) / 1000, counted) })
  return {
    begin(all) {
      begun = Date.now()
      total = all
      bar.start(total, 0, said(0))
    },
    reach: (done) => bar.update(done, said(done)),
    end: () => bar.stop(),
  }
}

/** How much is done, at which rate since it began, and how long the rest takes at that rate. */
export function progressText(done: number, total: number, seconds: number, counted: Counted): string {
  const amount = (value: number) => (counted === 'BYTES' ? (value / 1e6).toFixed(1) : String(Math.round(value)))
  const unit = counted === 'BYTES' ? ' MB' : ''
  const rate = seconds > 0 ? done / seconds : 0
  const left = rate > 0 ? `${Math.ceil(Math.max(0, total - done) / rate)} s left` : ''
  return [`${amount(done)} of ${amount(total)}${unit}`, `${amount(rate)}${unit} a second`, left]
    .filter(Boolean)
    .join(' | ')
}
