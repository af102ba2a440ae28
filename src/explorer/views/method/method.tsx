import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { linkTo } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { useLang, useTexts } from '../../language/language.js'
import { methodTexts } from '../../language/method.js'
import { methodGroups } from '../../language/method-entry.js'
import { methodOfJobs } from '../../language/method-jobs.js'
import { methodOfSupport } from '../../language/method-support.js'
import { Answered } from '../../parts/answered.js'
import { useTitle } from '../../parts/use-title.js'
import { useRegion } from '../../region.js'
import { useAnswer } from '../../use-answer.js'
import { Assumptions } from './assumptions.js'
import { Explained } from './explained.js'
import { Sources } from './sources.js'

const methodDocument = graphql(`
  query ExplorerMethod($ids: [ID!]!, $lang: Lang!, $seed: Int!) {
    nodes(ids: $ids) {
      ...ExplorerMethodFound
    }
    spillover(input: {}) {
      ...ExplorerMethodAssumptions
    }
  }
`)

/** What the words under figures mean, what calculations assume, and where data come from. */
export function Method() {
  const texts = useTexts(methodTexts)
  const entries = { ...useTexts(methodOfJobs), ...useTexts(methodOfSupport) }
  const lang = useLang()
  const { url, query } = useLocation()
  const { method, drawSeed } = useRegion()
  const ids = [...new Set(Object.values(method).flatMap(({ of }) => of))]
  const answer = useAnswer(methodDocument, { ids, lang, seed: drawSeed })
  useTitle(texts.heading)
  const isThere = answer.data !== null
  // What is above an entry grows as answers come: it is looked for again then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const entry = location.hash === '' ? null : document.getElementById(location.hash.slice(1))
    entry?.scrollIntoView()
    entry?.focus({ preventScroll: true })
  }, [url, isThere])
  return (
    <>
      <h1>{texts.heading}</h1>
      <p class="lead">{texts.lead}</p>
      <nav class="method-contents no-print" aria-label={texts.words}>
        {methodGroups.map(({ group, terms }) => (
          <div key={group}>
            <p class="method-group">{texts.groups[group]}</p>
            <ul>
              {terms.map((term) => (
                <li key={term}>
                  <a href={`#${term}`}>{entries[term].title}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <p class="method-group">{texts.grounds}</p>
          <ul>
            <li>
              <a href="#assumptions">{texts.assumptions}</a>
            </li>
            <li>
              <a href="#sources">{texts.sources}</a>
            </li>
          </ul>
        </div>
      </nav>
      <Answered answer={answer}>
        {({ nodes, spillover }) => (
          <>
            {methodGroups.map(({ group, terms }) => (
              <section key={group} aria-labelledby={`group-${group}`}>
                <h2 id={`group-${group}`}>{texts.groups[group]}</h2>
                {terms.map((term) => (
                  <Explained key={term} term={term} entry={entries[term]} founds={nodes} />
                ))}
              </section>
            ))}
            <Assumptions spillover={spillover} founds={nodes} />
            <p class="no-print">
              <a href={linkTo('/spillover', { lang: query.lang })}>{texts.change}</a>
            </p>
            <Sources />
          </>
        )}
      </Answered>
    </>
  )
}
