import { type AddressValues, linkTo, useAddress } from '../../address.js'
import type { ExplorerFactsFragment } from '../../generated/graphql.js'
import { entityTexts } from '../../language/entity.js'
import { useTexts } from '../../language/language.js'
import { kindOf } from '../../parts/entity-search.js'

/** Kinds of which two may be one and the same. */
const mayBeDouble = ['FIRM', 'SUPPORT_ACTOR', 'INITIATIVE']

/** Where one can go on from an entity: what the other views show of it. */
export function NextSteps({ entity }: { readonly entity: ExplorerFactsFragment & { readonly id: string } }) {
  const texts = useTexts(entityTexts).next
  const { id } = entity
  const address = useAddress()
  const steps: readonly (readonly [string, string, AddressValues])[] = (() => {
    switch (entity.__typename) {
      case 'Municipality':
        return [
          ['/support', texts.support, { municipality: id }],
          ['/coverage', texts.coverage, { place: id }],
        ]
      case 'County':
        return [['/coverage', texts.coverage, { county: id }]]
      case 'Establishment':
        return [
          ['/spillover', texts.spillover, { ventures: id }],
          ['/suppliers', texts.suppliers, { venture: id }],
        ]
      case 'SpilloverRun':
        return [
          ['/spillover', texts.openRun, { run: id }],
          ['/spillover', texts.compareRun, { compare: id }],
          ['/spillover/runs', texts.compareRuns, { first: id }],
        ]
      case 'Firm':
        return [['/support', texts.supportFirm, profileOf(entity)]]
      case 'Need':
        return [['/coverage', texts.coverageNeed, { needs: id, need: id }]]
      case 'Sector':
        return entity.classification === null
          ? [['/spillover', texts.spilloverSector, {}]]
          : [['/support', texts.supportSector, { sector: id }]]
      default:
        return []
    }
  })()
  const doubled = mayBeDouble.find((kind) => kind === kindOf(entity.__typename))
  const everywhere: typeof steps = [
    ['/network', texts.network, { of: id }],
    ...(doubled ? [['/doubles', texts.doubles, { kind: doubled }] as const] : []),
  ]
  return (
    <ul class="next-steps no-print">
      {[...steps, ...everywhere].map(([path, text, values]) => (
        <li key={text}>
          <a href={linkTo(path, { ...values, lang: address.get('lang') })}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

/** What is known of a firm, as the form of the view that finds support holds it. */
function profileOf(firm: Extract<ExplorerFactsFragment, { readonly __typename: 'Firm' }>): AddressValues {
  const { municipality, sectors, sizeClass, employees, turnover } = firm
  return {
    municipality: municipality?.id,
    sector: sectors[0]?.id,
    size: sizeClass === 'UNKNOWN' ? null : sizeClass,
    employees: employees === null ? null : String(employees),
    turnover: turnover === null ? null : String(turnover),
  }
}
