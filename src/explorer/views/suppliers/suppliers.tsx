import { useFormat, useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Empty } from '../../parts/answered.js'
import { useAsked } from '../../parts/asked.js'
import { AskedInLine, ExampleNote } from '../../parts/asked-in-line.js'
import { named, withOtherNames } from '../../parts/choices.js'
import { NumberField, SelectField, Toolbar } from '../../parts/fields.js'
import { Consortia } from './consortia.js'
import { Firms } from './firms.js'
import { Gaps } from './gaps.js'
import { KnownSupplies } from './known-supplies.js'
import { firmsQuestion, phases, type SupplierAddress, supplyQuestion } from './supply-question.js'
import { useVenturesThatBuy } from './ventures.js'

/** Who could supply a venture: firms, what they lack, groups of them, and what nobody could supply. */
export function Suppliers() {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const { own, asked, example } = useAsked('suppliers', ['venture'])
  const ventures = useVenturesThatBuy()
  const question = supplyQuestion(asked)
  const venture = ventures.find(({ id }) => id === question?.establishment) ?? null
  const address: SupplierAddress = {
    asked,
    change: (values) => own.set({ venture: question?.establishment ?? null, ...values }),
  }
  const said = question
    ? [
        venture ? withOtherNames(venture) : '',
        question.phase ? texts.phases[question.phase] : texts.anyPhase,
        question.withinKm === null ? texts.anywhere : texts.within(format.count(question.withinKm)),
      ]
    : []
  return (
    <>
      <h1>{texts.heading}</h1>
      {question === null && <p class="lead">{texts.lead}</p>}
      <AskedInLine said={said} isAsked={question !== null} label={texts.form}>
        <Toolbar>
          <SelectField
            label={texts.venture}
            none={texts.choose}
            choices={ventures.map((each) => ({ id: each.id, name: withOtherNames(each), group: null }))}
            value={asked.get('venture')}
            onChange={(chosen) => own.set({ venture: chosen, category: null, fulfils: null, categories: null })}
          />
          <SelectField
            label={texts.phase}
            none={texts.anyPhase}
            choices={named(phases, texts.phases)}
            value={asked.get('phase')}
            onChange={(phase) => address.change({ phase })}
          />
          <NumberField
            label={texts.withinKm}
            min={0}
            step={10}
            value={asked.get('within')}
            onChange={(within) => address.change({ within })}
          />
        </Toolbar>
      </AskedInLine>
      <p class="print-only">{said.join(' · ')}</p>
      <ExampleNote name={example} />
      {question === null ? (
        <Empty>{texts.start}</Empty>
      ) : (
        <>
          <Firms question={firmsQuestion(asked, question)} venture={venture} address={address} />
          <Consortia address={address} question={question} bought={venture?.bought ?? []} />
          <Gaps question={question} />
          <KnownSupplies key={question.establishment} question={question} />
        </>
      )}
    </>
  )
}
