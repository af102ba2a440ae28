import { useEffect, useState } from 'preact/hooks'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Answered, Warnings } from '../../parts/answered.js'
import { named } from '../../parts/choices.js'
import { SelectField } from '../../parts/fields.js'
import { TableLinks } from '../../parts/table-links.js'
import { Term } from '../../parts/term.js'
import { useAnswer } from '../../use-answer.js'
import { Filters } from './filters.js'
import { chosenWords, findingOf, inSentence } from './finding.js'
import { FirmTable } from './firm-table.js'
import { type FirmsAnswer, firmsDocument } from './firms-answer.js'
import { NoFirms } from './no-firms.js'
import { SupplierMap } from './supplier-map.js'
import { type FirmsQuestion, orders, type SupplierAddress } from './supply-question.js'
import type { Venture } from './ventures.js'

const PAGE = 20
const MOST = 200

/** Firms that could supply the venture, each once: how many, which, where, and what narrows them. */
export function Firms({
  question,
  venture,
  address,
}: {
  readonly question: FirmsQuestion
  readonly venture: Venture | null
  readonly address: SupplierAddress
}) {
  const lang = useLang()
  const [first, setFirst] = useState(PAGE)
  const key = JSON.stringify(question)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with its first page
  useEffect(() => setFirst(PAGE), [key])
  const answer = useAnswer(firmsDocument, { ...question, first, lang })
  const more = () => setFirst(Math.min(first + PAGE, MOST))
  return (
    <section class="supplier-firms" aria-labelledby="firms">
      <Answered answer={answer}>
        {({ supplierFirms }) => (
          <Found answer={supplierFirms} question={question} venture={venture} address={address} more={more} />
        )}
      </Answered>
    </section>
  )
}

function Found({
  answer,
  question,
  venture,
  address,
  more,
}: {
  readonly answer: FirmsAnswer
  readonly question: FirmsQuestion
  readonly venture: Venture | null
  readonly address: SupplierAddress
  readonly more: () => void
}) {
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  const { totalCount, facets, nodes, warnings } = answer
  if (facets.all === 0) {
    return (
      <>
        <h2 id="firms">{texts.matches}</h2>
        <NoFirms answer={answer} question={question} address={address} />
      </>
    )
  }
  const finding = findingOf(answer, question, venture?.name ?? '', texts, format)
  const { filter, orderBy, ...rest } = question
  const chosen = chosenWords(facets, question, texts, format)
  return (
    <>
      <h2 id="firms">{finding}</h2>
      {chosen.length > 0 && <p class="supplier-chosen">{texts.chosen(chosen.join(' · '))}</p>}
      <p class="quiet">
        <Term of="as-the-crow-flies">{texts.crow}</Term> {texts.betweenPoints}{' '}
        <Term of="supplier-score">{texts.score}</Term> {texts.madeOf} <Term of="basis">{inSentence(texts.basis)}</Term>
        {texts.andRest}
      </p>
      <div class="supplier-columns">
        <Filters facets={facets} question={question} address={address} />
        <div class="supplier-list">
          {totalCount === 0 ? (
            <NoFirms answer={answer} question={question} address={address} />
          ) : (
            <>
              <div class="supplier-list-head">
                <p role="status">{texts.shown(format.count(nodes.length), format.count(totalCount))}</p>
                <SelectField
                  label={texts.orderBy}
                  choices={named(orders, texts.orders)}
                  value={orderBy}
                  onChange={(order) => address.change({ order })}
                />
              </div>
              <FirmTable rows={nodes} caption={finding} />
              <More shown={nodes.length} total={totalCount} more={more} />
              <TableLinks table="supplier-firms" asked={{ ...rest, ...filter, orderBy }} />
              <Warnings warnings={warnings} />
              <SupplierMap facets={facets} venture={venture} question={question} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function More({ shown, total, more }: { readonly shown: number; readonly total: number; readonly more: () => void }) {
  const parts = useTexts(partTexts)
  const texts = useTexts(supplierTexts)
  const format = useFormat()
  if (shown >= total) return null
  if (shown >= MOST) return <p class="quiet">{texts.onlyFirst(format.count(MOST))}</p>
  return (
    <button type="button" class="no-print" onClick={more}>
      {parts.more}
    </button>
  )
}
