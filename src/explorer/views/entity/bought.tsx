import type { PhaseKind } from '../../generated/graphql.js'
import { kindTexts } from '../../language/entity-kinds.js'
import { useTexts } from '../../language/language.js'
import { supplierTexts } from '../../language/suppliers.js'
import { Fact, type Named, Names, NamesFact } from '../../parts/fact-list.js'

/** What a venture buys, phase by phase, and what it asks of those who supply it. */
export function Bought({
  procures,
  requires,
}: {
  readonly procures: readonly { readonly phase: PhaseKind | null; readonly node: Named }[]
  readonly requires: readonly Named[]
}) {
  const texts = useTexts(kindTexts).venture
  const { phases: names } = useTexts(supplierTexts)
  if (procures.length === 0 && requires.length === 0) return null
  const phases = [...new Set(procures.map(({ phase }) => phase))]
  return (
    <section aria-labelledby="bought">
      <h2 id="bought">{texts.buys}</h2>
      <dl class="support-facts support-facts-wide">
        {phases.map((phase) => (
          <Fact key={phase ?? ''} name={phase === null ? texts.anyPhase : names[phase]}>
            <Names entities={procures.filter((each) => each.phase === phase).map(({ node }) => node)} />
          </Fact>
        ))}
        <NamesFact name={texts.requires} entities={requires} />
      </dl>
    </section>
  )
}
