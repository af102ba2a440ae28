import { createHash } from 'node:crypto'
import type { GraphElements, GraphRelationship, Provenance } from '../graph/elements.js'
import { totalEffects } from './cube.js'
import type { SpilloverAnswer } from './question.js'
import { industryNodeId } from './table-elements.js'

/** The run of the report's own setting, which is there in every graph. */
export const REPORT_RUN = 'run:report'

/** Raised whenever the same input would give other numbers. */
const RULES = 1

const CALCULATION = 'source:norrgraph-calculation'

/** What makes two runs the same: what was asked with defaults filled in, the table, the ventures and the rules. */
export function runIdentity({ table, assumptions, shocks }: SpilloverAnswer): string {
  const identity = { rules: RULES, table: [table.id, table.digest], assumptions, shocks }
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 24)
}

/** A calculation as a run node, with what each venture sets off in each industry, by county and year. */
export function runElements(id: string, name: string, answer: SpilloverAnswer, computedAt: string): GraphElements {
  const { table, assumptions, establishments, effects } = answer
  const { retention, ...rest } = assumptions
  const provenance: Provenance = {
    source: CALCULATION,
    locator: `Calculated from ${table.table.title}`,
    recordedAt: computedAt,
  }
  const relationship = (
    type: GraphRelationship['type'],
    from: string,
    to: string,
    key: string,
    properties: GraphRelationship['properties'],
  ): GraphRelationship => ({ type, from, to, key, provenance, properties })

  return {
    nodes: [
      {
        label: 'SpilloverRun',
        id,
        provenance,
        properties: {
          nameSv: name,
          identity: runIdentity(answer),
          computedAt,
          ...totalEffects(effects),
          ...rest,
          retentionShare: retention.share,
          retentionApply: retention.apply,
          nationalIndustries: retention.nationalIndustries ?? [],
        },
      },
    ],
    relationships: [
      relationship('USES_TABLE', id, table.id, '', {}),
      ...establishments.map((venture) => relationship('INCLUDES', id, venture, '', {})),
      ...effects.byShock.flatMap(({ shock, indirect, induced }) =>
        effects.industries.flatMap(({ code }, index) => {
          const { establishment, county, year } = shock
          const jobs = { indirect: indirect[index] ?? 0, induced: induced[index] ?? 0 }
          if (establishment === null || (jobs.indirect === 0 && jobs.induced === 0)) return []
          const sector = industryNodeId(table.table.id, code)
          const key = `${id} ${year} ${county}`
          return [relationship('SPILLS_OVER', establishment, sector, key, { run: id, year, county, ...jobs })]
        }),
      ),
    ],
  }
}
