import { useRef, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import type { ExplorerImportsQuery } from '../../generated/graphql.js'
import { importingTexts } from '../../language/importing.js'
import { useTexts } from '../../language/language.js'
import { EntityName } from '../../parts/entity-name.js'
import { Told } from '../../parts/form.js'
import { TakeBack } from './take-back.js'

/** Lists of which a part is in the graph and the rest is not, each to be brought in anew or taken back. */
export function UnfinishedLists({
  lists,
  jobs,
  onChanged,
}: {
  readonly lists: ExplorerImportsQuery['unfinishedImports']
  readonly jobs: ExplorerImportsQuery['importJobs']['nodes']
  readonly onChanged: () => void
}) {
  const texts = useTexts(importingTexts)
  const lang = useAddress().get('lang')
  const [told, setTold] = useState<string | null>(null)
  const all = useRef<HTMLElement>(null)
  if (lists.length === 0 && told === null) return null
  return (
    <section ref={all} tabIndex={-1} class="notice notice-problem" aria-label={texts.unfinished}>
      <Told words={told} />
      {lists.length > 0 && (
        <>
          <h2>{texts.unfinished}</h2>
          <p>{texts.unfinishedWhy}</p>
        </>
      )}
      <ul class="plain-list">
        {lists.map(({ source, change }) => {
          const job = jobs.find((each) => change !== null && each.change?.id === change.id)
          const isWritten = job?.status === 'RUNNING'
          return (
            <li key={source.id}>
              <EntityName entity={source} />{' '}
              {isWritten && <a href={linkTo('/import', { lang, job: job.id })}>{texts.beingWritten}</a>}
              {!isWritten && (
                <>
                  <a
                    href={linkTo('/import', { lang, title: source.name, kind: job?.kind })}
                    aria-label={texts.repeatOf(source.name)}
                  >
                    {texts.repeat}
                  </a>{' '}
                  {change && (
                    <TakeBack
                      change={change.id}
                      title={source.name}
                      onDone={() => {
                        setTold(texts.takenBack(source.name))
                        onChanged()
                        all.current?.focus()
                      }}
                    />
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
