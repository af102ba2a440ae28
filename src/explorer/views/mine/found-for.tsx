import { graphql } from '../../generated/gql.js'
import type { ExplorerFoundForQuery } from '../../generated/graphql.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { mineTexts } from '../../language/mine.js'
import { Answered } from '../../parts/answered.js'
import { useNeeds } from '../../parts/choices.js'
import { DataTable } from '../../parts/data-table.js'
import { EntityName } from '../../parts/entity-name.js'
import { useAnswer } from '../../use-answer.js'

const foundForDocument = graphql(`
  query ExplorerFoundFor($actor: ID!, $lang: Lang!) {
    foundFor(actor: $actor) {
      ofMunicipalities
      needs {
        need {
          id
          name(lang: $lang)
        }
        initiative {
          id
          name(lang: $lang)
        }
        evidence
        municipalities
        isRestricted
      }
      unfound {
        initiative {
          id
          name(lang: $lang)
        }
        why
      }
    }
  }
`)

type Found = ExplorerFoundForQuery['foundFor']

/** For which needs firms find an actor, through what, where and how well that is known; and what they do not find, with what helps. */
export function FoundFor({ actor }: { readonly actor: string }) {
  const texts = useTexts(mineTexts)
  const answer = useAnswer(foundForDocument, { actor, lang: useLang() })
  return (
    <section>
      <h3>{texts.found}</h3>
      <Answered answer={answer}>{({ foundFor }) => <Needs found={foundFor} />}</Answered>
    </section>
  )
}

/** A need with all that leads to it, the best known first. */
interface FoundNeed {
  readonly name: string
  readonly best: Found['needs'][number]
  readonly all: Found['needs']
}

function Needs({ found: { ofMunicipalities, needs, unfound } }: { readonly found: Found }) {
  const texts = useTexts(mineTexts)
  const { count, list } = useFormat()
  const all = useNeeds()
  const rows = new Map<string, FoundNeed>()
  for (const found of needs.filter(({ evidence }) => evidence !== 'AREA')) {
    const before = rows.get(found.need.id)
    rows.set(found.need.id, {
      name: found.need.name,
      best: before?.best ?? found,
      all: [...(before?.all ?? []), found],
    })
  }
  const byArea = new Map(needs.filter(({ need }) => !rows.has(need.id)).map(({ need }) => [need.id, need.name]))
  const missing = (all ?? []).filter(({ id }) => !rows.has(id) && !byArea.has(id))
  const evidence: Readonly<Record<string, string>> = texts.evidence
  return (
    <>
      {all !== null && (
        <p>
          <strong>{texts.foundIn(count(rows.size), count(all.length))}</strong>
        </p>
      )}
      {rows.size > 0 && (
        <DataTable
          caption={texts.found}
          headed
          columns={[
            { title: texts.need, value: ({ name }) => name },
            {
              title: texts.through,
              value: (row) => list(row.all.map(({ initiative }) => initiative?.name ?? texts.itself)),
              show: (row) => <Through found={row.all} />,
            },
            {
              title: texts.where,
              value: ({ all: those }) => `${Math.max(...those.map((each) => each.municipalities))}`,
              show: ({ all: those }) =>
                `${texts.ofAll(count(Math.max(...those.map((each) => each.municipalities))), count(ofMunicipalities))}${
                  those.every((each) => each.isRestricted) ? `, ${texts.restricted}` : ''
                }`,
            },
            { title: texts.howKnown, value: ({ best }) => evidence[best.evidence] ?? '' },
          ]}
          rows={[...rows.values()]}
        />
      )}
      {[...rows.values()].some(({ best }) => best.evidence !== 'IN_FORCE') && <p class="quiet">{texts.weak}</p>}
      {byArea.size > 0 && <p>{texts.areaAlone(list([...byArea.values()]))}</p>}
      {missing.length > 0 && <p>{texts.notFor(list(missing.map(({ name }) => name)))}</p>}
      {unfound.length > 0 && (
        <>
          <h4>{texts.unfound}</h4>
          <ul>
            {unfound.map(({ initiative, why }) => (
              <li key={initiative?.id ?? ''}>
                {initiative ? <EntityName entity={initiative} /> : texts.actorItself}: {texts.why[why]}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What leads to a need, each with a link to its page. */
function Through({ found }: { readonly found: Found['needs'] }) {
  const { itself } = useTexts(mineTexts)
  return (
    <>
      {found.map(({ initiative }, index) => (
        <span key={initiative?.id ?? ''}>
          {index > 0 && ', '}
          {initiative ? <EntityName entity={initiative} /> : itself}
        </span>
      ))}
    </>
  )
}
