import { useLayoutEffect, useRef } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import type { ExplorerImportsQuery } from '../../generated/graphql.js'
import { importingTexts } from '../../language/importing.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { useAnswer } from '../../use-answer.js'
import { BringForm } from './bring-form.js'
import { UnfinishedLists } from './unfinished-lists.js'

const importsDocument = graphql(`
  query ExplorerImports($after: String, $lang: Lang!) {
    importJobs(first: 20, after: $after) {
      totalCount
      nodes {
        id
        status
        kind
        title
        file
        at
        author
        isTakenBack
        change {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    unfinishedImports {
      source {
        id
        name(lang: $lang)
      }
      change {
        id
      }
    }
  }
`)

/** What is left unfinished, a form for one list more, and those that came before. */
export function AllImports() {
  const texts = useTexts(importingTexts)
  const lang = useLang()
  const address = useAddress()
  const after = address.get('after')
  const answer = useAnswer(importsDocument, { after, lang })
  const { data } = answer
  const titles = [...new Set(data?.importJobs.nodes.flatMap(({ title }) => title ?? []))]
  return (
    <>
      <p class="lead">{texts.intro}</p>
      {data && (
        <UnfinishedLists lists={data.unfinishedImports} jobs={data.importJobs.nodes} onChanged={() => answer.again()} />
      )}
      <BringForm key={`${address.get('kind')} ${address.get('title')}`} titles={titles} />
      <Answered answer={answer}>{({ importJobs }) => <Earlier jobs={importJobs} waiting={answer.waiting} />}</Answered>
    </>
  )
}

function Earlier({ jobs, waiting }: { readonly jobs: ExplorerImportsQuery['importJobs']; readonly waiting: boolean }) {
  const texts = useTexts(importingTexts)
  const { count, day } = useFormat()
  const address = useAddress()
  const after = address.get('after')
  const shown = { lang: address.get('lang') }
  const list = useRef<HTMLElement>(null)
  // The link that turned the page may not stand on it.
  const turned = useRef(after)
  useLayoutEffect(() => {
    if (waiting || turned.current === after) return
    turned.current = after
    list.current?.focus()
  }, [waiting, after])
  const { nodes, totalCount, pageInfo } = jobs
  return (
    <section ref={list} tabIndex={-1} aria-label={texts.earlier}>
      <h2>{texts.earlier}</h2>
      {nodes.length === 0 && <Empty>{texts.none}</Empty>}
      {nodes.length > 0 && (
        <DataTable
          caption={texts.total(count(totalCount))}
          rows={nodes}
          columns={[
            {
              title: texts.title,
              value: ({ title, file }) => title ?? file,
              show: ({ id, title, file }) => (
                <a class="imported-text" href={linkTo('/import', { ...shown, job: id })}>
                  {title ?? file}
                </a>
              ),
            },
            { title: texts.kind, value: ({ kind }) => texts.kinds[kind] },
            {
              title: texts.state,
              value: ({ status, isTakenBack }) => (isTakenBack ? texts.isTakenBack : texts.steps[status]),
            },
            { title: texts.when, value: ({ at }) => at, show: ({ at }) => day(at) },
            { title: texts.by, value: ({ author }) => author },
          ]}
        />
      )}
      {(pageInfo.hasNextPage || after !== null) && (
        <nav aria-label={texts.earlier}>
          <ul class="next-steps">
            {after !== null && (
              <li>
                <a href={linkTo('/import', shown)}>{texts.firstPage}</a>
              </li>
            )}
            {pageInfo.hasNextPage && (
              <li>
                <a href={linkTo('/import', { ...shown, after: pageInfo.endCursor })}>{texts.nextPage}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
    </section>
  )
}
