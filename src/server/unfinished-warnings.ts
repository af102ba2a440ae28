import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql'
import { z } from 'zod'
import type { Warning } from '../kernel/warning.js'
import { unfinishedWarnings } from '../reference/unfinished-imports.js'
import type { RequestContext } from './request-context.js'

const warningList = z.array(z.custom<Warning>((warning) => typeof warning === 'object' && warning !== null))

/** Answers that rest on nothing that lists say of firms. */
const ofNoFirms = new Set(['Spillover', 'Timeline'])

/** Lets every answer that has warnings say where a list that it may rest on is in the graph in part. */
export function warnOfUnfinished(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || ofNoFirms.has(type.name)) continue
    const { warnings } = type.getFields()
    if (!warnings) continue
    const { resolve = defaultFieldResolver } = warnings
    warnings.resolve = async (row, given, context: RequestContext, info) => {
      const own = warningList.parse(await resolve(row, given, context, info))
      return [...own, ...(await unfinishedWarnings(context))]
    }
  }
}
