import type { ExplorerStartQuery } from '../../generated/graphql.js'
import { useFormat, useTexts } from '../../language/language.js'
import { useRegionWords } from '../../language/region.js'
import { startTexts } from '../../language/start.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'

type Phase = ExplorerStartQuery['establishments']['nodes'][number]['phases'][number]

/** What is not over as planned; where all is, what was reached last. */
function phasesNow(phases: readonly Phase[]): readonly Phase[] {
  const open = phases.filter(({ status }) => status !== 'COMPLETED')
  return open.length > 0 ? open : phases.slice(-1)
}

/** The ventures with their places, their jobs, and those that they set off, the largest first. */
export function Ventures({ ventures }: { readonly ventures: ExplorerStartQuery['establishments']['nodes'] }) {
  const texts = useTexts(startTexts)
  const words = useRegionWords()
  const format = useFormat()
  const told = ({ name, status, from, to }: Phase) =>
    texts.phase(name, texts.standings[status], (status === 'ENDED' ? to : from)?.slice(0, 4) ?? null)
  return (
    <section aria-labelledby="ventures">
      <h2 id="ventures">{texts.ventures}</h2>
      <DataTable
        caption={words.jobsExpected}
        rows={ventures}
        columns={[
          { title: texts.venture, value: ({ name }) => name, show: (venture) => <EntityName entity={venture} /> },
          {
            title: texts.municipality,
            value: ({ municipality }) => municipality?.name ?? null,
            show: ({ municipality }) => (municipality ? <EntityName entity={municipality} /> : texts.noPlace),
          },
          { title: texts.jobs, value: ({ totalJobs }) => totalJobs, show: ({ totalJobs }) => format.count(totalJobs) },
          {
            title: texts.others,
            value: ({ spillover }) => spillover.spillover,
            show: ({ spillover }) => format.count(spillover.spillover),
          },
          { title: texts.today, value: ({ phases }) => format.list(phasesNow(phases).map(told)) },
        ]}
      />
    </section>
  )
}
