import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { linkTo, useAddress } from '../../address.js'
import { graphql } from '../../generated/gql.js'
import { accountTexts } from '../../language/accounts.js'
import { useFormat, useLang, useTexts } from '../../language/language.js'
import { Answered, Empty } from '../../parts/answered.js'
import { Told } from '../../parts/form.js'
import { TakesAccount } from '../../parts/takes-account.js'
import { useTitle } from '../../parts/use-title.js'
import { useSession } from '../../session.js'
import { useAnswer } from '../../use-answer.js'
import { AccountItem } from './account-item.js'
import { AddAccount } from './add-account.js'

const accountsDocument = graphql(`
  query ExplorerAccounts($after: String, $lang: Lang!) {
    accounts(first: 25, after: $after) {
      totalCount
      nodes {
        ...ExplorerAccountShown
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** Everybody's accounts, for who keeps them. */
export function Accounts() {
  const texts = useTexts(accountTexts)
  useTitle(texts.accounts)
  return (
    <>
      <h1>{texts.accounts}</h1>
      <TakesAccount>
        {({ role }) => (role === 'ADMIN' ? <AllAccounts /> : <Empty>{texts.needsAdmin}</Empty>)}
      </TakesAccount>
    </>
  )
}

function AllAccounts() {
  const texts = useTexts(accountTexts)
  const lang = useLang()
  const { count } = useFormat()
  const address = useAddress()
  const after = address.get('after')
  const answer = useAnswer(accountsDocument, { after, lang })
  const list = useRef<HTMLElement>(null)
  const [told, setTold] = useState<string | null>(null)
  const shown = { lang: address.get('lang') }
  // The link that turned the page may not stand on it.
  const { data, waiting } = answer
  const turned = useRef(after)
  useLayoutEffect(() => {
    if (data === null || waiting || turned.current === after) return
    turned.current = after
    list.current?.focus()
  }, [data, waiting, after])
  const { known, refresh } = useSession()
  const changed = (name: string) => {
    answer.again()
    // What the page says of who is signed in may have changed with it; where it cannot be asked, it stays.
    if (name === known?.viewer?.name) refresh().catch(() => undefined)
  }
  return (
    <>
      <p>{texts.accountsWhy}</p>
      <Told words={told} />
      <AddAccount
        onAdded={(name) => {
          setTold(texts.added(name))
          answer.again()
        }}
      />
      <Answered answer={answer}>
        {({ accounts: { totalCount, nodes, pageInfo } }) => (
          <>
            <section ref={list} tabIndex={-1} aria-label={texts.showAccounts}>
              <h2>{texts.total(count(totalCount))}</h2>
              <ul class="plain-list">
                {nodes.map((account) => (
                  <li key={account.name}>
                    <AccountItem
                      account={account}
                      onChanged={() => changed(account.name)}
                      onRemoved={() => {
                        setTold(texts.removed(account.name))
                        changed(account.name)
                        list.current?.focus()
                      }}
                    />
                  </li>
                ))}
              </ul>
            </section>
            {(pageInfo.hasNextPage || after !== null) && (
              <nav aria-label={texts.showAccounts}>
                <ul class="next-steps">
                  {after !== null && (
                    <li>
                      <a href={linkTo('/accounts', shown)}>{texts.firstPage}</a>
                    </li>
                  )}
                  {pageInfo.hasNextPage && (
                    <li>
                      <a href={linkTo('/accounts', { ...shown, after: pageInfo.endCursor })}>{texts.nextPage}</a>
                    </li>
                  )}
                </ul>
              </nav>
            )}
          </>
        )}
      </Answered>
    </>
  )
}
