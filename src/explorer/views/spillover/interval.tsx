import { graphql } from '../../generated/gql.js'
import type { SpilloverInput } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { spilloverTexts } from '../../language/spillover.js'
import { Answered } from '../../parts/answered.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { IntervalChart } from './interval-chart.js'

const uncertaintyDocument = graphql(`
  query ExplorerUncertainty($input: SpilloverInput!, $draws: Int!, $seed: Int!, $lang: Lang!) {
    spillover(input: $input) {
      uncertainty(draws: $draws, seed: $seed) {
        text(lang: $lang)
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

/** Enough for two digits, and answered within a second or two. */
const DRAWS = 1000

/** How uncertain the total is: what 90 of 100 random draws of the assumptions and coefficients give. */
export function Interval({ input }: { readonly input: SpilloverInput }) {
  const texts = useTexts(spilloverTexts)
  const format = useFormat()
  const lang = useLang()
  const { drawSeed } = useRegion()
  const names: Readonly<Record<string, string>> = texts.parameterNames
  const drawnName = (name: string) => names[name] ?? name
  const answer = useAnswer(uncertaintyDocument, { input, draws: DRAWS, seed: drawSeed, lang })
  return (
    <section class="picture" aria-labelledby="interval">
      <h2 id="interval" class="picture-title">
        {texts.interval}
      </h2>
      <Answered answer={answer}>
        {({ spillover: { uncertainty } }) => (
          <>
            <p>{uncertainty.text}</p>
            <IntervalChart groups={uncertainty.bySectorGroup} />
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
