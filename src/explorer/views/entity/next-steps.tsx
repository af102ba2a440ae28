import { type AddressValues, linkTo, useAddress } from '../../address.js'
import { entityTexts } from '../../language/entity.js'
import { useTexts } from '../../language/language.js'

/** Where one can go on from an entity: what the other views show of it. */
export function NextSteps({ entity: { __typename, id } }: { readonly entity: { __typename: string; id: string } }) {
  const texts = useTexts(entityTexts).next
  const address = useAddress()
  const steps: readonly (readonly [string, string, AddressValues])[] = (() => {
    switch (__typename) {
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
      case 'Firm':
        return [['/doubles', texts.doubles, { kind: 'FIRM' }]]
      case 'SupportActor':
        return [['/doubles', texts.doubles, { kind: 'SUPPORT_ACTOR' }]]
      case 'Initiative':
        return [['/doubles', texts.doubles, { kind: 'INITIATIVE' }]]
      default:
        return []
    }
  })()
  return (
    <ul class="next-steps no-print">
      {[...steps, ['/network', texts.network, { of: id }] as const].map(([path, text, values]) => (
        <li key={path}>
          <a href={linkTo(path, { ...values, lang: address.get('lang') })}>{text}</a>
        </li>
      ))}
    </ul>
  )
}
