import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { graphql } from '../../generated/gql.js'
import type { ExplorerRefusalsQuery } from '../../generated/graphql.js'
import { fileReadTexts } from '../../language/file-read.js'
import { useFormat, useTexts } from '../../language/language.js'
import { Answered } from '../../parts/answered.js'
import { DataTable } from '../../parts/data-table.js'
import { useAnswer } from '../../use-answer.js'
import { SaidOfList } from './said-of-list.js'

const refusalsDocument = graphql(`
  query ExplorerRefusals($id: ID!, $first: Int!, $skip: Int!) {
    importJob(id: $id) {
      refusals(first: $first, skip: $skip) {
        line
        firm
        column
        cell
        reason
      }
    }
  }
`)

const ROWS = 50

type Refusal = NonNullable<ExplorerRefusalsQuery['importJob']>['refusals'][number]

/** What of a list is not taken, a page at a time, and all of it as a file. */
export function Refusals({ id, address }: { readonly id: string; readonly address: string }) {
  const texts = useTexts(fileReadTexts)
  const [skip, setSkip] = useState(0)
  // One more than is shown tells whether there is more.
  const answer = useAnswer(refusalsDocument, { id, first: ROWS + 1, skip })
  const place = useRef<HTMLElement>(null)
  const turned = useRef(skip)
  useLayoutEffect(() => {
    if (answer.waiting || turned.current === skip) return
    turned.current = skip
    // The button that was pressed may be gone.
    place.current?.focus()
  }, [answer.waiting, skip])
  return (
    <section ref={place} tabIndex={-1} aria-label={texts.refusals}>
      <h3>{texts.refusals}</h3>
      <p>
        <a href={address} download>
          {texts.refusalsFile}
        </a>
      </p>
      <Answered answer={answer}>
        {({ importJob }) => <Rows rows={importJob?.refusals ?? []} skip={skip} onSkip={setSkip} />}
      </Answered>
    </section>
  )
}

function Rows({
  rows,
  skip,
  onSkip,
}: {
  readonly rows: readonly Refusal[]
  readonly skip: number
  readonly onSkip: (skip: number) => void
}) {
  const texts = useTexts(fileReadTexts)
  const { count } = useFormat()
  const shown = rows.slice(0, ROWS)
  const hasMore = rows.length > ROWS
  return (
    <>
      <DataTable
        caption={texts.refusals}
        headed
        rows={shown}
        columns={[
          { title: texts.line, value: ({ line }) => String(line) },
          { title: texts.firm, value: ({ firm }) => firm },
          { title: texts.column, value: ({ column }) => column },
          { title: texts.cell, value: ({ cell }) => cell },
          { title: texts.reason, value: ({ reason }) => reason, show: ({ reason }) => <SaidOfList text={reason} /> },
        ]}
      />
      {(skip > 0 || hasMore) && (
        <p class="import-ends">
          <span class="quiet">{texts.linesShown(count(skip + 1), count(skip + shown.length))}</span>
          {skip > 0 && (
            <button type="button" onClick={() => onSkip(Math.max(0, skip - ROWS))}>
              {texts.earlierRows}
            </button>
          )}
          {hasMore && (
            <button type="button" onClick={() => onSkip(skip + ROWS)}>
              {texts.laterRows}
            </button>
          )}
        </p>
      )}
    </>
  )
}
