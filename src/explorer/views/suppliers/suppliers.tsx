import { useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { PhaseKind } from '../../generated/graphql.js'
import { useLang, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Empty } from '../../parts/answered.js'
import { NumberField, SelectField, Toolbar } from '../../parts/fields.js'
import { useAnswer } from '../../use-answer.js'
import { Consortia } from './consortia.js'
import { Gaps } from './gaps.js'
import { Matches } from './matches.js'
import type { SupplyQuestion } from './supply-question.js'

const venturesDocument = graphql(`
  query ExplorerVentures($lang: Lang!) {
    establishments(first: 100) {
      nodes {
        id
        name(lang: $lang)
        procures(first: 200) {
          nodes {
            id
            name(lang: $lang)
          }
        }
      }
    }
  }
`)

const phases: readonly PhaseKind[] = ['PLANNING', 'CONSTRUCTION', 'RAMP_UP', 'OPERATION', 'MAINTENANCE_STOP']

/** Who could supply a venture: firms, what they lack, groups of them, and what nobody could supply. */
export function Suppliers() {
  const texts = useTexts(supplierTexts)
  const lang = useLang()
  const address = useAddress()
  const { data } = useAnswer(venturesDocument, { lang })
  const ventures = data?.establishments.nodes ?? []
  const establishment = address.get('venture')
  const within = address.get('within')
  const question: SupplyQuestion | null =
    establishment === null
      ? null
      : {
          establishment,
          phase: phases.find((phase) => phase === address.get('phase')) ?? null,
          withinKm: within === null ? null : Number(within),
        }
  const bought = ventures.find(({ id }) => id === establishment)?.procures.nodes ?? []
  const categories = [...new Map(bought.map((category) => [category.id, { ...category, group: null }])).values()]
  const set = (name: string) => (value: string | null) => address.set({ [name]: value })
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <Toolbar>
        <SelectField
          label={texts.venture}
          none={texts.choose}
          choices={ventures.map(({ id, name }) => ({ id, name, group: null }))}
          value={establishment}
          onChange={(venture) => address.set({ venture, categories: null })}
        />
        <SelectField
          label={texts.phase}
          none={texts.anyPhase}
          choices={phases.map((id) => ({ id, name: texts.phases[id], group: null }))}
          value={address.get('phase')}
          onChange={set('phase')}
        />
        <NumberField label={texts.withinKm} min={0} step={10} value={within} onChange={set('within')} />
      </Toolbar>
      {question === null ? (
        <Empty>{texts.start}</Empty>
      ) : (
        <>
          <Matches question={question} />
          <Gaps question={question} />
          <Consortia address={address} question={question} categories={categories} />
        </>
      )}
    </>
  )
}
