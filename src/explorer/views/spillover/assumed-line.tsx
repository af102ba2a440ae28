import type { ComponentChildren } from 'preact'
import { Fragment } from 'preact'
import { useLocation } from 'preact-iso'
import { linkTo } from '../../address.js'
import type { ExplorerAssumedFragment } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { partTexts } from '../../language/parts.js'
import { regionalTexts, settingInWords } from '../../language/regional.js'
import { spilloverTexts } from '../../language/spillover.js'
import { EntityName } from '../../parts/entity-name.js'
import { Term } from '../../parts/term.js'
import { useRegion } from '../../region.js'
import { calculatesInWords, takesTax } from './assumed.js'

/** What the answer assumes in one line, each part leading to where it comes from or what it means. */
export function AssumedLine({ answer }: { readonly answer: ExplorerAssumedFragment }) {
  const texts = useTexts(spilloverTexts)
  const words = useTexts(partTexts)
  const regional = useTexts(regionalTexts)
  const format = useFormat()
  const { query } = useLocation()
  const { method: notes, assumptions: usual } = useRegion()
  const { assumptions, table } = answer
  const { closure, householdIncome, incomeTax, retention, regionalisation, scenario } = assumptions
  const { employment } = regionalisation
  /** What is said of an assumption holds of the figure that is usual. */
  const tells = (name: string, isUsual: boolean) => (isUsual ? notes[name] : undefined)
  const isTaxed = takesTax(closure, householdIncome)
  const tax = isTaxed ? tells('incomeTax', incomeTax === usual.incomeTax) : undefined
  const isByShare = regionalisation.method === 'RETENTION'
  const share = isByShare ? tells('retention.share', retention.share === usual.retention.share) : undefined
  const apply = isByShare ? tells('retention.apply', retention.apply === usual.retention.apply) : undefined
  const taxed = texts.taxOf(format.percent(incomeTax))
  const parts: Readonly<Record<string, ComponentChildren>> = {
    closure: <Term of="type-i-and-ii">{texts.types[closure]}</Term>,
    tax:
      isTaxed &&
      (tax ? (
        <a class="term" href="#grounds">
          {taxed}
        </a>
      ) : (
        taxed
      )),
    share: isByShare && (
      <Stated claim={claimOf(share)} of="retention">
        {texts.shareStays(format.percent(retention.share))}
      </Stated>
    ),
    apply: isByShare && (
      <Stated claim={claimOf(apply)} of="after-the-inverse">
        {texts.applies[retention.apply]}
      </Stated>
    ),
    quotients: !isByShare && <Term of="location-quotients">{settingInWords(regionalisation, regional, format)}</Term>,
    employment: employment && (
      <>
        {regional.restsOn} <EntityName entity={employment} />
      </>
    ),
    mining: regionalisation.mining === 'APART' && employment?.miningSource && (
      <>
        {regional.miningFrom} <EntityName entity={employment.miningSource} />
      </>
    ),
    scenario: scenario?.name,
    table: <EntityName entity={{ id: table.id, name: words.inputOutputTable(table.year, table.publisher) }} />,
  }
  return (
    <>
      <p class="assumed-line">
        {texts.assumes}:{' '}
        {Object.entries(parts)
          .filter(([, part]) => Boolean(part))
          .map(([name, part], place) => (
            <Fragment key={name}>
              {place > 0 && ' · '}
              {part}
            </Fragment>
          ))}
      </p>
      {(tax || share || apply) && (
        <details class="warnings">
          <summary>{texts.grounds}</summary>
          <dl class="grounds" id="grounds">
            <Ground name={texts.taxOf(format.percent(incomeTax))} ground={tax} />
            <Ground name={texts.shareStays(format.percent(retention.share))} ground={share} />
            <Ground name={texts.applies[retention.apply]} ground={apply} />
          </dl>
          <p>
            <a href={`${linkTo('/method', { lang: query.lang })}#assumptions`}>{texts.allAssumptions}</a>
          </p>
        </details>
      )}
    </>
  )
}

type Note = ReturnType<typeof useRegion>['method'][string]

/** The claim that a note rests on, where it is one. */
const claimOf = (note: Note | undefined): string | undefined => note?.of.find((id) => id.startsWith('claim:'))

/** A figure that is assumed: leads to the claim that states it, else to what it means. */
function Stated({
  claim,
  of,
  children,
}: {
  readonly claim: string | undefined
  readonly of: 'retention' | 'after-the-inverse'
  readonly children: string
}) {
  return claim === undefined ? <Term of={of}>{children}</Term> : <EntityName entity={{ id: claim, name: children }} />
}

function Ground({ name, ground }: { readonly name: string; readonly ground: Note | undefined }) {
  const { readStated } = useTexts(spilloverTexts)
  const lang = useLang()
  if (ground === undefined) return null
  const [source] = ground.of
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {ground[lang] ?? ground.SV ?? ground.EN}{' '}
        {source !== undefined && <EntityName entity={{ id: source, name: readStated }} />}
      </dd>
    </div>
  )
}

/** The same in words alone, for what stands below a picture. */
export function useAssumedInWords(): (answer: ExplorerAssumedFragment) => string {
  const texts = useTexts(spilloverTexts)
  const regional = useTexts(regionalTexts)
  const format = useFormat()
  return ({ assumptions }) =>
    [
      ...calculatesInWords(assumptions, texts, regional, format),
      ...(assumptions.scenario === null ? [] : [assumptions.scenario.name]),
    ].join(' · ')
}
