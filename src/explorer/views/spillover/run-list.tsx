import { useState } from 'preact/hooks'
import { type Address, linkTo } from '../../address.js'
import { ask } from '../../ask.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerRunListedFragment } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { regionalTexts } from '../../language/regional.js'
import { runTexts } from '../../language/runs.js'
import { spilloverTexts } from '../../language/spillover.js'
import { AsksFirst } from '../../parts/asks-first.js'
import { EntityName } from '../../parts/entity-name.js'
import { FormProblem } from '../../parts/form.js'
import { useSend } from '../../parts/use-send.js'
import { calculatesInWords } from './assumed.js'
import { ownJobsOf } from './own-jobs.js'
import { addressOfRun } from './run-question.js'
import { spilloverLink } from './spillover-link.js'

graphql(`
  fragment ExplorerRunListed on SpilloverRun {
    name(lang: $lang)
    computedAt
    mayDelete
    total {
      spillover
    }
    table {
      year
      publisher(lang: $lang)
    }
    establishments(first: 200) {
      nodes {
        name(lang: $lang)
      }
    }
    ...ExplorerRunQuestion
  }
`)

const removeDocument = graphql(`
  mutation ExplorerRemoveRun($id: ID!) {
    deleteSpilloverRun(id: $id) {
      id
    }
  }
`)

/** A run by its id, and its name. */
export interface ChosenRun {
  readonly id: string
  readonly name: string
}

/** Runs in a table, each with what leads on from it. */
export function RunList({
  runs,
  first,
  address,
  onRemoved,
}: {
  readonly runs: readonly ExplorerRunListedFragment[]
  /** The run that another is chosen to be compared with; null where none is. */
  readonly first: ChosenRun | null
  readonly address: Address
  readonly onRemoved: () => void
}) {
  const texts = useTexts(runTexts)
  const format = useFormat()
  const sending = useSend()
  const [removed, setRemoved] = useState<string | null>(null)
  const remove = ({ id, name }: ExplorerRunListedFragment) =>
    sending.send(async () => {
      await ask(removeDocument, { id })
      setRemoved(name)
      onRemoved()
    })
  return (
    <>
      <p role="status">{removed !== null && texts.removed(removed)}</p>
      <FormProblem error={sending.error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table moves within its frame, which the keyboard has to reach */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields */}
      <div class="table-frame" role="group" tabIndex={0} aria-label={texts.heading}>
        <table class="runs">
          <thead>
            <tr>
              <th scope="col">{texts.name}</th>
              <th scope="col" class="number">
                {texts.jobs}
              </th>
              <th scope="col">{texts.assumed}</th>
              <th scope="col">{texts.when}</th>
              <td class="no-print" />
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <EntityName entity={run} />
                </th>
                <td class="number">{format.count(run.total.spillover)}</td>
                <td>
                  <AssumedOfRun run={run} />
                </td>
                <td>{format.day(run.computedAt)}</td>
                <td class="no-print">
                  <div class="run-steps">
                    <a
                      href={linkTo('/spillover', {
                        ...addressOfRun(run),
                        lang: address.get('lang'),
                      })}
                      aria-label={texts.named(texts.open, run.name)}
                    >
                      {texts.open}
                    </a>
                    <a
                      href={spilloverLink(address, { compare: run.id })}
                      aria-label={texts.named(texts.compare, run.name)}
                    >
                      {texts.compare}
                    </a>
                    {first?.id !== run.id && (
                      <a
                        href={linkTo('/spillover/runs', {
                          ...address.query,
                          ...(first === null ? { first: run.id } : { second: run.id }),
                        })}
                        aria-label={texts.named(
                          first === null ? texts.compareRuns : texts.compareWith(first.name),
                          run.name,
                        )}
                      >
                        {first === null ? texts.compareRuns : texts.compareWith(first.name)}
                      </a>
                    )}
                    {run.mayDelete && (
                      <AsksFirst
                        label={texts.remove}
                        name={texts.named(texts.remove, run.name)}
                        question={texts.removeAsk(run.name)}
                        onYes={() => remove(run)}
                      />
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What a run assumed, in few words. */
function AssumedOfRun({ run }: { readonly run: ExplorerRunListedFragment }) {
  const texts = useTexts(spilloverTexts)
  const runs = useTexts(runTexts)
  const parts = useTexts(partTexts)
  const regional = useTexts(regionalTexts)
  const format = useFormat()
  const ventures = run.establishments.nodes.map(({ name }) => name)
  const words = [
    ventures.length > 3
      ? texts.someVentures(texts.numbers[ventures.length] ?? format.count(ventures.length))
      : format.list(ventures),
    ...calculatesInWords(run.assumptions, texts, regional, format),
    parts.inputOutputTable(run.table.year, run.table.publisher),
  ]
  return (
    <>
      {words.filter((word) => word !== '').join(' · ')}
      {ownJobsOf(run.question) !== null && <p class="hint">{runs.more}</p>}
    </>
  )
}
