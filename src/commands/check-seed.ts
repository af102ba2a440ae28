import { basename, resolve } from 'node:path'
import { Command } from 'commander'
import { shownProblem } from '../edition/problems.js'
import type { Graph } from '../graph/graph.js'
import { type RegionFolder, surveyRegion } from '../import/region/survey-region.js'
import { totalEffects } from '../spillover/model/cube.js'
import { spillover } from '../spillover/question/question.js'
import { tableNodeId } from '../spillover/table/table-elements.js'
import { openNorrgraph } from '../startup/open-norrgraph.js'
import { complain, say } from './say.js'

/** What a check of a region's folder says, a line each. */
export interface Checked {
  /** What is wrong, and what answers will lack. */
  readonly complaints: readonly string[]
  /** What the folder holds; null where no graph can be made of it. */
  readonly held: readonly string[] | null
}

/** `norrgraph seed check FOLDER`: all that is wrong with a region's folder, or what it holds. */
export function checkSeedCommand(): Command {
  return new Command('check')
    .description("read a region's folder whole, and say what is wrong with it or what it holds")
    .argument('<folder>', "the region's folder, which NORRGRAPH_SEED would name")
    .action(async (folder: string) => {
      const { complaints, held } = await checkRegion(resolve(folder))
      for (const line of complaints) complain(line)
      for (const line of held ?? []) say(line)
      if (held === null) process.exitCode = 1
    })
}

/**
 * Reads a region's folder whole, and where nothing is wrong with it starts a graph in memory, to find what a start would.
 * @throws what keeps such a graph from opening.
 */
export async function checkRegion(folder: string): Promise<Checked> {
  const { region, problems, warnings } = await surveyRegion(folder)
  if (region === null) {
    const count = `${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}`
    return { complaints: [...problems.map(shownProblem), `${count}: no graph can be made of this folder.`], held: null }
  }
  const graph = await openNorrgraph({ engine: 'embedded', path: null }, region.edition)
  try {
    const complaints = warnings.map((warning) => `${shownProblem(warning)} (a warning)`)
    return { complaints, held: await heldBy(region, graph) }
  } finally {
    await graph.close()
  }
}

async function heldBy({ edition, seed, tables }: RegionFolder, graph: Graph): Promise<string[]> {
  const count = (label: string): number => seed.elements.nodes.filter((node) => node.label === label).length
  const { run } = edition.spillover
  const { effects } = await spillover({ graph, edition }, { scenario: run.scenario })
  const { direct, spillover: setOff } = totalEffects(effects)
  return [
    `${basename(edition.folder)} is sound: ${edition.country}, in ${edition.languages.join(' and ')}.`,
    `Places: counties ${count('County')}, municipalities ${count('Municipality')}; where a question names none: ${edition.counties.join(', ')}.`,
    `Support: actors ${count('SupportActor')}, offers ${count('Initiative')}, needs ${count('Need')}, areas ${count('SupportArea')}.`,
    `Ventures: ${count('Establishment')}, with ${Math.round(direct)} jobs; ${run.id} says that they set off ${Math.round(setOff)} more.`,
    `Tables: ${tables.map(({ table }) => `${tableNodeId(table.id)} of ${table.industries.length} industries`).join(', ')}.`,
    `Stated: claims ${count('Claim')}, sources ${count('Source')}.`,
  ]
}
