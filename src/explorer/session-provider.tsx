import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ask, onUnauthenticated } from './ask.js'
import { graphql } from './generated/gql.js'
import type { ExplorerSessionQuery } from './generated/graphql.js'
import { type Session, SessionContext } from './session.js'

const sessionDocument = graphql(`
  query ExplorerSession {
    signIn {
      methods
      providerAddress
      isNeededToRead
    }
    viewer {
      name
      displayName
      role
      hasAccount
      actsFor {
        id
      }
    }
  }
`)

/** Where other windows of the browser see who is signed in. */
const SIGNED_IN = 'signed-in'

/** How long a server that does not answer is left alone before it is asked again. */
const PAUSE_MILLISECONDS = 3_000

interface State {
  readonly known: ExplorerSessionQuery | null
  readonly signedInTimes: number
  readonly refused: Session['refused']
}

/** Knows who is signed in, for all that stands within. */
export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const [state, setState] = useState<State>({ known: null, signedInTimes: 0, refused: null })
  const latest = useRef(state)
  latest.current = state

  const doings = useMemo(
    () => ({
      later: () => setState((now) => ({ ...now, refused: 'LATER' as const })),
      async refresh() {
        const said = await ask(sessionDocument, {})
        const { known, refused } = latest.current
        const isIn = said.viewer?.hasAccount === true
        // What was asked and typed as one person is not for another.
        if (isIn && known?.viewer?.hasAccount && known.viewer.name !== said.viewer?.name) location.reload()
        // Who was signed in stays who the page is for, until they are again.
        else if (isIn || refused === null) {
          tellOthers(isIn ? (said.viewer?.name ?? null) : null)
          setState(({ signedInTimes }) => ({
            ...{ known: said, refused: null, signedInTimes: isIn ? signedInTimes + 1 : signedInTimes },
          }))
        }
        return isIn
      },
      missed() {
        // Until it is known who is signed in, and where nobody was, the page itself leads to where one signs in.
        const { known } = latest.current
        if (known === null || (known.viewer === null && known.signIn.isNeededToRead)) return
        ask(sessionDocument, {}).then(
          ({ signIn, viewer }) => {
            if (viewer?.hasAccount || signIn.methods.length === 0) return
            // Who was signed in stays who the page is for: what they typed stands in it.
            setState((now) => ({ ...now, known: { signIn, viewer: now.known?.viewer ?? null }, refused: 'ASKED' }))
          },
          () => undefined,
        )
      },
    }),
    [],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const begin = () => {
      doings.refresh().catch(() => {
        timer = setTimeout(begin, PAUSE_MILLISECONDS)
      })
    }
    begin()
    return () => clearTimeout(timer)
  }, [doings])

  useEffect(() => onUnauthenticated(doings.missed), [doings])

  // What is typed in this window as one person is not sent as another, who signed in in the next.
  useEffect(() => {
    const hear = ({ key, newValue }: StorageEvent) => {
      const viewer = latest.current.known?.viewer
      if (key !== SIGNED_IN || newValue === null || !viewer?.hasAccount || viewer.name === newValue) return
      doings.refresh().catch(() => undefined)
    }
    addEventListener('storage', hear)
    return () => removeEventListener('storage', hear)
  }, [doings])

  const session = useMemo(() => ({ ...state, ...doings }), [state, doings])
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

/** Lets other windows know who is signed in, null for nobody; a store that is full or closed tells them nothing. */
function tellOthers(name: string | null): void {
  try {
    if (localStorage.getItem(SIGNED_IN) === name) return
    if (name === null) localStorage.removeItem(SIGNED_IN)
    else localStorage.setItem(SIGNED_IN, name)
  } catch {
    return
  }
}
