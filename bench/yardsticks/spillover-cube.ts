import { type SpilloverDimension, spilloverCube, totalEffects } from '#built/spillover/model/cube.js'
import { spillover } from '#built/spillover/question/question.js'
import { preparedTable } from '#built/spillover/table/stored-table.js'
import { edition } from '../../tests/edition.js'
import { idsAndNumbers } from './facts.js'
import type { Yardstick } from './yardstick.js'

/** The effects of the report's ventures and a cut of them, from a table that is in memory and made ready. */
export const cube = (by: readonly SpilloverDimension[]): Yardstick => ({
  title: 'pure calculation',
  most: null,
  facts: idsAndNumbers,
  async prepare({ graph }) {
    const question = await spillover({ graph, edition }, {})
    const { shocks } = question
    const prepared = preparedTable(question)
    return async () => {
      const effects = prepared.effects(shocks)
      return { total: { spillover: totalEffects(effects).spillover }, cube: spilloverCube(effects, by) }
    }
  },
})
