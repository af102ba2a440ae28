import { resolve } from 'node:path'
import { Command } from 'commander'
import { shownProblem } from '../edition/problems.js'
import type { Graph } from '../graph/graph.js'
import { type RegionFolder, surveyRegion } from '../import/region/survey-region.js'
import { totalEffects } from '../spillover/model/cube.js'
import { spillover } from '../spillover/question/question.js'
import { tableNodeId } from '../spillover/table/table-elements.js'
import { openNorrgraph } from '../startup/open-norrgraph.js'
import { complain, say } from './say.js'

/** `norrgraph seed check FOLDER`: all that is wrong with a region's folder, or what it holds. */
export function checkSeedCommand(): Command {
  return new Command('check')
    .description("read a region's folder whole, and say what is wrong with it or what it holds")
    .argument('<folder>', "the region's folder, which NORRGRAPH_SEED would name")
    .action(checkSeed)
}

/** @throws SeedError, and what keeps a graph from opening on the folder. */
async function checkSeed(argument: string): Promise<void> {
  const { region, problems, warnings } = await surveyRegion(resolve(argument))
  for (const problem of problems) complain(shownProblem(problem))
  if (region === null) {
    complain(`${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}: no graph can be made of this folder.`)
    process.exitCode = 1
    return
  }
  for (const warning of warnings) complain(`${shownProblem(warning)} (a warning)`)
  // What a start would find, found by starting.
  const graph = await openNorrgraph({ engine: 'embedded', path: null }, region.edition)
  try {
    for (const line of await heldBy(region, graph)) say(line)
  } finally {
    await graph.close()
  }
}

async function heldBy({ edition, seed, tables }: RegionFolder, graph: Graph): Promise<string[]> {
  const count = (label: string): number => seed.elements.nodes.filter((node) => node.label === label).length
  const { run } = edition.spillover
  const { direct, spillover: setOff } = totalEffects(
    (await spillover({ graph, edition }, { scenario: run.scenario })).effects,
  )
  return [
    `${edition.folder} is sound: ${edition.country}, in ${edition.languages.join(' and ')}.`,
    `  Places: ${count('County')} counties, ${count('Municipality')} municipalities; ${edition.counties.join(', ')} where a question names none.`,
    `  Support: ${count('SupportActor')} actors, ${count('Initiative')} offers, ${count('Need')} needs in ${count('SupportArea')} areas.`,
    `  Ventures: ${count('Establishment')}, with ${Math.round(direct)} jobs; ${run.id} says that they set off ${Math.round(setOff)} more.`,
    `  Tables: ${tables.map(({ table }) => `${tableNodeId(table.id)} of ${table.industries.length} industries`).join(', ')}.`,
    `  Stated: ${count('Claim')} claims from ${count('Source')} sources.`,
  ]
}
