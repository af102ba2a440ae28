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

/** A bar on the standard error where that is a terminal, else nothing. */
export function progressBar(what: string): Progress {
  if (!process.stderr.isTTY) return silent
  const format = `${what} {bar} {percentage} % | {value} of {total} | {rate} a second | {eta_formatted} left`
  let begun = Date.now()
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.rect)
  return {
    begin(total) {
      begun = Date.now()
      bar.start(total, 0, { rate: 0 })
    },
    reach: (done) => bar.update(done, { rate: Math.round((1000 * done) / Math.max(1, Date.now() - begun)) }),
    end: () => bar.stop(),
  }
}
