import { graphql } from '../../generated/gql.js'
import type { ExplorerFactsFragment, ExplorerOtherNameFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { type Format, useFormat, useTexts } from '../../language/language.js'
import { useQuantity } from '../../language/quantity.js'
import { regionalTexts, settingInWords } from '../../language/regional.js'
import { RegionalNote } from '../../parts/regional-note.js'

graphql(`
  fragment ExplorerFacts on Node {
    __typename
    ... on Municipality {
      code
      population
      county {
        id
        name(lang: $lang)
      }
      mainTown {
        name
        source {
          name(lang: $lang)
        }
      }
    }
    ... on Firm {
      organisationNumber
      otherNames {
        ...ExplorerOtherName
      }
      employees
      sizeClass
      turnover
      municipality {
        id
      }
      sectors {
        id
      }
    }
    ... on Establishment {
      organisationNumber
      otherNames {
        ...ExplorerOtherName
      }
    }
    ... on SupportActor {
      organisationNumber
      otherNames {
        ...ExplorerOtherName
      }
      description(lang: $lang)
    }
    ... on Initiative {
      description(lang: $lang)
      status
      fromText
      toText
    }
    ... on Need {
      description(lang: $lang)
    }
    ... on Challenge {
      description(lang: $lang)
    }
    ... on Recommendation {
      description(lang: $lang)
    }
    ... on CaseStudy {
      description(lang: $lang)
    }
    ... on Strength {
      description(lang: $lang)
    }
    ... on Method {
      description(lang: $lang)
    }
    ... on Sector {
      code
      classification {
        code
      }
    }
    ... on Claim {
      statement(lang: $lang)
      value
      unit
    }
    ... on SpilloverRun {
      computedAt
      total {
        spillover
        indirect
        induced
      }
      regional {
        text(lang: $lang)
      }
      displacement {
        text(lang: $lang)
      }
      assumptions {
        regionalisation {
          method
          delta
          householdDelta
          area
          mining
          employment {
            name(lang: $lang)
          }
        }
      }
    }
    ... on InputOutputTable {
      tablePublisher: publisher(lang: $lang)
      tableYear: year
    }
    ... on EmploymentTable {
      tablePublisher: publisher(lang: $lang)
      tableYear: year
    }
  }

  fragment ExplorerOtherName on OtherName {
    name
    since
    until
  }
`)

type Name = keyof (typeof entityTexts)['sv']['fact']

/** What an entity says of itself: its description, and its facts by name. */
export function Facts({ entity }: { readonly entity: ExplorerFactsFragment }) {
  const texts = useTexts(entityTexts)
  const format = useFormat()
  const quantity = useQuantity()
  const regional = useTexts(regionalTexts)
  const words = 'description' in entity ? entity.description : null
  const facts = factsOf(entity, { format, quantity, regional, texts })
  return (
    <>
      {words !== null && <p class="lead">{words}</p>}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{texts.fact[name]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {'regional' in entity && entity.regional && <RegionalNote text={entity.regional.text} />}
      {'displacement' in entity && entity.displacement && <p>{entity.displacement.text}</p>}
    </>
  )
}

interface Fact {
  readonly name: Name
  readonly value: string
}

/** The words and numbers that facts are told in. */
interface Wording {
  readonly format: Format
  readonly quantity: (value: number, unit: string | null) => string
  readonly regional: (typeof regionalTexts)['sv']
  readonly texts: (typeof entityTexts)['sv']
}

const yearOf = (day: string | null): string | null => day?.slice(0, 4) ?? null

/** The main town, with whoever says where it lies. */
const townOf = ({ mainTown }: Extract<ExplorerFactsFragment, { __typename: 'Municipality' }>): string | null =>
  mainTown && (mainTown.source ? `${mainTown.name} (${mainTown.source.name})` : mainTown.name)

function factsOf(entity: ExplorerFactsFragment, { format, quantity, regional, texts }: Wording): Fact[] {
  const named = (names: readonly ExplorerOtherNameFragment[]) =>
    names.map(({ name, since, until }) => `${name}${texts.inYears(yearOf(since), yearOf(until))}`).join(', ')
  const counted = (value: number | null) => (value === null ? null : format.count(value))
  const facts: readonly (readonly [Name, string | null])[] = (() => {
    switch (entity.__typename) {
      case 'Municipality':
        return [
          ['county', entity.county.name],
          ['code', entity.code],
          ['population', counted(entity.population)],
          ['mainTown', townOf(entity)],
        ]
      case 'Firm':
        return [
          ['otherNames', named(entity.otherNames)],
          ['organisationNumber', entity.organisationNumber],
          ['employees', counted(entity.employees)],
        ]
      case 'Establishment':
        return [
          ['otherNames', named(entity.otherNames)],
          ['organisationNumber', entity.organisationNumber],
        ]
      case 'SupportActor':
        return [
          ['otherNames', named(entity.otherNames)],
          ['organisationNumber', entity.organisationNumber],
        ]
      case 'Initiative':
        return [
          [
            'status',
            [entity.status && texts.statuses[entity.status], entity.fromText, entity.toText].filter(Boolean).join(', '),
          ],
        ]
      case 'Sector':
        return [['code', entity.code]]
      case 'Claim':
        return [['value', entity.value === null ? null : quantity(entity.value, entity.unit)]]
      case 'SpilloverRun':
        return [
          ['spillover', format.count(entity.total.spillover)],
          ['indirect', format.count(entity.total.indirect)],
          ['induced', format.count(entity.total.induced)],
          ['bought', settingInWords(entity.assumptions.regionalisation, regional, format)],
          ['employed', entity.assumptions.regionalisation.employment?.name ?? null],
          ['computedAt', format.day(entity.computedAt)],
        ]
      case 'InputOutputTable':
      case 'EmploymentTable':
        return [
          ['publisher', entity.tablePublisher],
          ['year', String(entity.tableYear)],
        ]
      default:
        return []
    }
  })()
  return facts.flatMap(([name, value]) => (value === null || value === '' ? [] : [{ name, value }]))
}
