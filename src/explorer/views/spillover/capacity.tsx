import { graphql } from '../../generated/gql.js'
import type { ExplorerCapacityQuery, SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { regionalTexts } from '../../language/regional.js'
import { Answered, Empty, Warnings } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { TableLinks } from '../../parts/table-links.js'
import { useAnswer } from '../../use-answer.js'
import { useGroupNames } from './group-names.js'
import { RestsOn } from './rests-on.js'

const capacityDocument = graphql(`
  query ExplorerCapacity($input: SpilloverInput!, $lang: Lang!) {
    spillover(input: $input) {
      capacity(by: [COUNTY, GROUP]) {
        bound
        employment {
          id
          name(lang: $lang)
          groups {
            code
            sections
          }
        }
        rows {
          county {
            id
            name(lang: $lang)
          }
          group
          needed
          direct
          employed
          share
          isBeyondBound
        }
        warnings {
          message(lang: $lang)
        }
      }
    }
  }
`)

type Answer = NonNullable<ExplorerCapacityQuery['spillover']['capacity']>

/** Jobs that are needed in each county and group, against those who are employed there. */
export function Capacity({ input }: { readonly input: SpilloverInput }) {
  const texts = useTexts(regionalTexts)
  const lang = useLang()
  const answer = useAnswer(capacityDocument, { input, lang })
  return (
    <Answered answer={answer}>
      {({ spillover: { capacity } }) =>
        capacity === null ? <Empty>{texts.noEmployment}</Empty> : <CapacityTable capacity={capacity} input={input} />
      }
    </Answered>
  )
}

function CapacityTable({ capacity, input }: { readonly capacity: Answer; readonly input: SpilloverInput }) {
  const texts = useTexts(regionalTexts)
  const format = useFormat()
  const { bound, employment, rows, warnings } = capacity
  const nameOf = useGroupNames(employment.groups)
  const percent = (share: number) => format.percent(share, 1)
  return (
    <>
      <p>{texts.capacityMeans(format.percent(bound))}</p>
      <RestsOn employment={employment} of="EMPLOYED" />
      <DataTable
        caption={texts.capacity}
        headed
        rows={rows}
        columns={[
          { title: texts.county, value: ({ county }) => county?.name ?? '' },
          { title: texts.group, value: ({ group }) => nameOf(group) },
          { title: texts.needed, value: ({ needed }) => needed, show: ({ needed }) => format.count(needed) },
          { title: texts.ofTheseDirect, value: ({ direct }) => direct, show: ({ direct }) => format.count(direct) },
          {
            title: texts.employed,
            value: ({ employed }) => employed,
            show: ({ employed }) => (employed === null ? texts.notKnown : format.count(employed)),
          },
          {
            title: texts.shareOfEmployed,
            value: ({ share }) => share,
            show: ({ share, isBeyondBound }) => (
              <>
                {share === null ? texts.notKnown : percent(share)}
                {isBeyondBound && (
                  <>
                    {' '}
                    <strong>{texts.beyond(format.percent(bound))}</strong>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <TableLinks table="spillover-capacity" asked={{ ...input }} />
      <Warnings warnings={warnings} />
    </>
  )
}
