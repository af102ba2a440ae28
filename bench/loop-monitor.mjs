import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded before the program: tells who started it, each time that it is asked, for how long at most its thread worked between
 * two turns of its event loop since, in ms of its own processor time, which others on the machine do not lengthen, and the
 * longest delay of the loop, which they do. A thread's time is Linux's to tell; elsewhere the delay stands for both.
 */
if (isMainThread) watch()

function watch() {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let before = processorTime()
  let held = 0
  const turn = () => {
    const now = processorTime()
    held = Math.max(held, now - before)
    before = now
  }
  setInterval(turn, 1).unref()
  process.on('message', () => {
    turn()
    const longest = delay.max / 1e6
    process.send?.({ held: Number.isNaN(held) ? longest : held, delay: longest })
    delay.reset()
    held = 0
    before = processorTime()
  })
  // The channel alone keeps no program from ending.
  process.channel?.unref()
}

/** Of this thread so far, in ms; not a number where the system does not tell. */
function processorTime() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}
