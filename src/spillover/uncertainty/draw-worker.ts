import { move } from 'piscina'
import { type DrawTask, drawn } from './draws.js'

/** What a worker thread does: some draws, whose results are handed over, not copied. */
export default (task: DrawTask) => move(drawn(task))
