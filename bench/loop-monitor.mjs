import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded before the program: tells who started it, each time that it is asked, the longest delay of the event loop in ms since. */
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', () => {
  process.send?.({ longest: delay.max / 1e6 })
  delay.reset()
})
// The channel alone keeps no program from ending.
process.channel?.unref()
