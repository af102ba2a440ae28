import DataLoader from 'dataloader'
import type { Knowledge } from '../../edition/knowledge.js'
import { NotFoundError } from '../../kernel/input-errors.js'
import type { AnsweredAssumptions } from '../question/answers.js'
import type { AnsweredDisplacement } from '../question/displacement.js'
import { readTable, type StoredTable } from '../table/stored-table.js'
import { assumptionsOf } from './run-assumptions.js'
import { runChanges } from './run-changes.js'
import { type RunCut, readRunCuts } from './run-cuts.js'
import type { RunPart } from './run-identity.js'
import { ownersOfRuns } from './run-owners.js'
import { assumptionsOfRuns, displacementOfRuns, type RunDimension } from './run-queries.js'
import { storedDisplacement } from './stored-displacement.js'

/**
 * What one request asks of stored runs. Each is read once, and all that is asked in one tick by one statement, so that a
 * list of runs costs no more statements than one.
 */
export class RunLoader {
  private readonly cuts: Readonly<Record<RunDimension, DataLoader<string, RunCut>>>
  private readonly assumed: DataLoader<string, AnsweredAssumptions>
  private readonly displaced: DataLoader<string, AnsweredDisplacement | null>
  private readonly tables: DataLoader<string, StoredTable>
  private readonly owners: DataLoader<string, string | null>
  private readonly changed: DataLoader<string, readonly RunPart[]>

  constructor(knowledge: Knowledge) {
    const { graph } = knowledge
    const cutsBy = (dimension: RunDimension) =>
      new DataLoader<string, RunCut>(async (runs) => inTurn(runs, await readRunCuts(graph, runs, dimension)))
    this.cuts = {
      sector: cutsBy('sector'),
      county: cutsBy('county'),
      year: cutsBy('year'),
      establishment: cutsBy('establishment'),
    }
    this.assumed = new DataLoader<string, AnsweredAssumptions>(async (runs) => {
      const rows = await graph.read(assumptionsOfRuns, { runs })
      return inTurn(runs, new Map(rows.map(({ id, run }) => [id, assumptionsOf(run)])))
    })
    this.displaced = new DataLoader<string, AnsweredDisplacement | null>(async (runs) => {
      const rows = await graph.read(displacementOfRuns, { runs })
      return inTurn(runs, new Map(rows.map(({ id, run }) => [id, storedDisplacement(run)])))
    })
    this.tables = new DataLoader<string, StoredTable>((ids) => settled(ids.map((id) => readTable(graph, id))))
    this.owners = new DataLoader<string, string | null>(async (runs) => {
      const rows = await graph.read(ownersOfRuns, { runs })
      const accounts = new Map(rows.map(({ run, account }) => [run, account]))
      return runs.map((run) => accounts.get(run) ?? null)
    })
    this.changed = new DataLoader<string, readonly RunPart[]>((runs) =>
      settled(runs.map((run) => runChanges(knowledge, run))),
    )
  }

  /**
   * Effects by one dimension.
   * @throws NotFoundError
   */
  cut(run: string, dimension: RunDimension): Promise<RunCut> {
    return this.cuts[dimension].load(run)
  }

  /**
   * What a run assumed.
   * @throws NotFoundError
   */
  assumptions(run: string): Promise<AnsweredAssumptions> {
    return this.assumed.load(run)
  }

  /**
   * What is left of a run where its ventures hire from the region's firms; null where they do not.
   * @throws NotFoundError
   */
  displacement(run: string): Promise<AnsweredDisplacement | null> {
    return this.displaced.load(run)
  }

  /**
   * A table that runs were calculated from, by its id.
   * @throws NotFoundError
   */
  table(id: string): Promise<StoredTable> {
    return this.tables.load(id)
  }

  /** The account that stored a run; null for nobody's. */
  owner(run: string): Promise<string | null> {
    return this.owners.load(run)
  }

  /**
   * What has changed since it was calculated.
   * @throws NotFoundError
   */
  changes(run: string): Promise<readonly RunPart[]> {
    return this.changed.load(run)
  }
}

const inTurn = <Value>(runs: readonly string[], found: ReadonlyMap<string, Value>): (Value | Error)[] =>
  runs.map((run) => {
    const value = found.get(run)
    return value === undefined ? new NotFoundError(run) : value
  })

const settled = <Value>(all: readonly Promise<Value>[]): Promise<(Value | Error)[]> =>
  Promise.all(
    all.map((each) => each.catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))),
  )
