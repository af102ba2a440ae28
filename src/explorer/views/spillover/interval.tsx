import type { Address } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { RangeField, Toolbar } from '../../parts/fields.js'
import { numberIn } from '../../parts/in-address.js'
import { useDelayed } from '../../parts/use-delayed.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { IntervalChart } from './interval-chart.js'

const uncertaintyDocument = graphql(`
  query ExplorerUncertainty($input: SpilloverInput!, $draws: Int!, $seed: Int!, $correlation: Float!, $lang: Lang!) {
    spillover(input: $input) {
      uncertainty(draws: $draws, seed: $seed, correlation: $correlation) {
        text(lang: $lang)
        total {
          p5
          p95
        }
        parameters {
          name
          distribution
          low
          high
        }
        bySectorGroup {
          group
          p5
          median
          p95
        }
        byCorrelation {
          correlation
          total {
            p5
            p95
          }
        }
      }
    }
  }
`)

/** How far errors of coefficients go together where nobody says. */
const USUAL_CORRELATION = 0.25
/** Enough for two digits, and answered within a second or two. */
const DRAWS = 1000

/** How uncertain the total is: what 90 of 100 random draws of the assumptions and coefficients give. */
export function Interval({
  address,
  input,
  assumes,
  sources,
}: {
  readonly address: Address
  readonly input: SpilloverInput
  readonly assumes: string
  readonly sources: readonly string[]
}) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const lang = useLang()
  const { drawSeed } = useRegion()
  const names: Readonly<Record<string, string>> = texts.parameterNames
  const drawnName = (name: string) => names[name] ?? name
  const asked = numberIn(address, 'rho') ?? USUAL_CORRELATION
  const correlation = useDelayed(asked >= 0 && asked <= 1 ? asked : USUAL_CORRELATION, 300)
  const answer = useAnswer(uncertaintyDocument, { input, draws: DRAWS, seed: drawSeed, correlation, lang })
  return (
    <section class="interval" aria-label={texts.interval}>
      <Answered answer={answer}>
        {({ spillover: { uncertainty } }) => (
          <>
            <IntervalChart
              groups={uncertainty.bySectorGroup}
              title={texts.drawsGive(format.count(uncertainty.total.p5), format.count(uncertainty.total.p95))}
              assumes={assumes}
              sources={sources}
            />
            <p>{uncertainty.text}</p>
            <Toolbar>
              <RangeField
                label={texts.correlation}
                value={asked}
                show={(value) => format.number(value, 2)}
                onChange={(value) => address.set({ rho: String(value) }, 'replace')}
              />
            </Toolbar>
            <details class="warnings">
              <summary>{texts.drawn}</summary>
              <ul>
                {uncertainty.parameters.map(({ name, distribution, low, high }) => (
                  <li key={name}>
                    {drawnName(name)}: {texts.distributions[distribution]}
                    {low !== null && high !== null && ` ${format.number(low, 2)}–${format.number(high, 2)}`}
                  </li>
                ))}
                {uncertainty.byCorrelation.map(
                  ({ correlation, total }) =>
                    total && (
                      <li key={correlation}>
                        {texts.atCorrelation(
                          format.number(correlation, 2),
                          format.count(total.p5),
                          format.count(total.p95),
                        )}
                      </li>
                    ),
                )}
              </ul>
            </details>
          </>
        )}
      </Answered>
    </section>
  )
}
