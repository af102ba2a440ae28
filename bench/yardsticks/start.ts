import { join } from 'node:path'
import type { GraphSettings } from '#built/graph/open.js'
import { startForked } from '../forked.js'
import type { Served } from '../served.js'
import type { OperationList } from './serve.js'

/** Starts the process that answers the yardsticks of a list of operations on a graph. */
export const startYardsticks = (settings: GraphSettings, operations: OperationList): Promise<Served> =>
  startForked(join(import.meta.dirname, 'serve.ts'), [JSON.stringify(settings), operations])
