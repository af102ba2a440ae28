import { useEffect, useRef } from 'preact/hooks'
import { ErrorBoundary, lazy, Route, Router, useLocation } from 'preact-iso'
import { linkTo, signInLink } from './address.js'
import { isEmbedded } from './embedded.js'
import type { Lang } from './generated/graphql.js'
import { type Language, LanguageContext, languageNames, toLanguage } from './language/language.js'
import { useRegionWords } from './language/region.js'
import { shellTexts } from './language/shell.js'
import { ChangedSince } from './parts/changed-since.js'
import { EmbedFoot } from './parts/embed-foot.js'
import { IfShown } from './parts/if-shown.js'
import { PageTools } from './parts/page-tools.js'
import { PrintHead } from './parts/print-head.js'
import { useTitle } from './parts/use-title.js'
import { useRegion } from './region.js'
import { isEditor, useSession } from './session.js'
import { SignedIn } from './signed-in.js'
import { Start } from './views/start/start.js'

const FindSupport = lazy(async () => (await import('./views/support/find-support.js')).FindSupport)
const Coverage = lazy(async () => (await import('./views/coverage/coverage.js')).Coverage)
const SpilloverView = lazy(async () => (await import('./views/spillover/spillover.js')).SpilloverView)
const Runs = lazy(async () => (await import('./views/spillover/runs.js')).Runs)
const Network = lazy(async () => (await import('./views/network/network.js')).Network)
const Suppliers = lazy(async () => (await import('./views/suppliers/suppliers.js')).Suppliers)
const Doubles = lazy(async () => (await import('./views/doubles/doubles.js')).Doubles)
const SignIn = lazy(async () => (await import('./views/sign-in/sign-in.js')).SignIn)
const Account = lazy(async () => (await import('./views/account/account.js')).Account)
const Accounts = lazy(async () => (await import('./views/accounts/accounts.js')).Accounts)
const Importing = lazy(async () => (await import('./views/import/importing.js')).Importing)
const EntityHistory = lazy(async () => (await import('./views/history/entity-history.js')).EntityHistory)
const AllChanges = lazy(async () => (await import('./views/history/all-changes.js')).AllChanges)
const Proposals = lazy(async () => (await import('./views/proposals/proposals.js')).Proposals)
const OneProposal = lazy(async () => (await import('./views/proposals/one-proposal.js')).OneProposal)
const Merge = lazy(async () => (await import('./views/merge/merge.js')).Merge)
const Mine = lazy(async () => (await import('./views/mine/mine.js')).Mine)
const SignInAgain = lazy(async () => (await import('./parts/sign-in-again.js')).SignInAgain)
const Method = lazy(async () => (await import('./views/method/method.js')).Method)
const Editing = lazy(async () => (await import('./views/editing/editing.js')).Editing)
const EntityPage = lazy(async () => (await import('./views/entity/entity-page.js')).EntityPage)

/** The views in the order of the navigation, each with its path and its name's key. */
const views = [
  { path: '/', name: 'start' },
  { path: '/support', name: 'support' },
  { path: '/coverage', name: 'coverage' },
  { path: '/spillover', name: 'spillover' },
  { path: '/network', name: 'network' },
  { path: '/suppliers', name: 'suppliers' },
  { path: '/import', name: 'import' },
] as const

/** What stands around every view: navigation, language, and where a view is shown. */
export function Shell() {
  const { path, query, route } = useLocation()
  const { known, refused } = useSession()
  const { languages } = useRegion()
  const language = languageOf(languages, query.lang)
  const texts = shellTexts[language]
  const main = useRef<HTMLElement>(null)

  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem('language', language)
  }, [language])

  // Where reading takes an account, every page leads to where one signs in, and back.
  const isShut = known?.signIn.isNeededToRead === true && known.viewer === null && path !== '/sign-in'
  const shutAt = isShut && !isEmbedded ? signInLink(path, query) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: route is another function at each rendering
  useEffect(() => {
    if (shutAt !== null) route(shutAt, true)
  }, [shutAt])

  const view = views.find((each) => each.path === path)
  // Who may not bring lists in finds out why where a link leads them there.
  const shownViews = views.filter(({ name }) => name !== 'import' || isEditor(known?.viewer ?? null))
  const others = languages.map(toLanguage).filter((each) => each !== language)
  return (
    <LanguageContext.Provider value={language}>
      <PageTitle title={view ? texts[view.name] : null} />
      {isEmbedded ? null : (
        <>
          <a class="skip" href="#content">
            {texts.skip}
          </a>
          <header class="shell-header">
            <a class="shell-name" href={linkTo('/', { lang: query.lang })}>
              <Name />
            </a>
            <nav aria-label={texts.views}>
              <ul class="shell-views">
                {shownViews.map((view) => (
                  <li key={view.path}>
                    <a
                      href={linkTo(view.path, { lang: query.lang })}
                      aria-current={path === view.path ? 'page' : undefined}
                    >
                      {texts[view.name]}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {others.map((other) => (
              <a key={other} href={linkTo(path, { ...query, lang: other })} lang={other} hreflang={other}>
                {languageNames[other]}
              </a>
            ))}
            <SignedIn />
          </header>
        </>
      )}
      <main id="content" ref={main} tabIndex={-1}>
        <PrintHead />
        <ChangedSince />
        <ErrorBoundary>
          <IfShown at={linkTo(path, query)} instead={<NotShown path={path} language={language} />}>
            <Router
              onRouteChange={() => {
                window.scrollTo(0, 0)
                main.current?.focus({ preventScroll: true })
              }}
            >
              <Route path="/" component={Start} />
              <Route path="/support" component={FindSupport} />
              <Route path="/coverage" component={Coverage} />
              <Route path="/spillover" component={SpilloverView} />
              <Route path="/spillover/runs" component={Runs} />
              <Route path="/network" component={Network} />
              <Route path="/suppliers" component={Suppliers} />
              <Route path="/doubles" component={Doubles} />
              <Route path="/sign-in" component={SignIn} />
              <Route path="/account" component={Account} />
              <Route path="/accounts" component={Accounts} />
              <Route path="/import" component={Importing} />
              <Route path="/method" component={Method} />
              <Route path="/edit" component={Editing} />
              <Route path="/entity/:id" component={EntityPage} />
              <Route path="/entity/:id/history" component={EntityHistory} />
              <Route path="/changes" component={AllChanges} />
              <Route path="/proposals" component={Proposals} />
              <Route path="/proposals/:id" component={OneProposal} />
              <Route path="/merge" component={Merge} />
              <Route path="/mine" component={Mine} />
              <Route default component={() => <NotFound language={language} />} />
            </Router>
          </IfShown>
        </ErrorBoundary>
        {isTaken(path) && !isEmbedded && <PageTools />}
      </main>
      {refused === 'ASKED' && path !== '/sign-in' && (
        <ErrorBoundary>
          <SignInAgain />
        </ErrorBoundary>
      )}
      {isEmbedded ? (
        <EmbedFoot />
      ) : (
        <footer class="shell-footer">
          <About />
          <p class="shell-footer-links">
            <a href={linkTo('/method', { lang: query.lang })}>{texts.method}</a>
            <a href="/graphql">{texts.graphql}</a>
          </p>
        </footer>
      )}
    </LanguageContext.Provider>
  )
}

/** Whether a page holds an answer that one takes along; who can help a firm stands beside ways of its own to take it along. */
const isTaken = (path: string): boolean =>
  views.some((view) => view.path === path && !['start', 'import', 'support'].includes(view.name)) ||
  /^\/entity\/[^/]+$/.test(path)

/** Names the page; inside the language that its name is in. */
function PageTitle({ title }: { readonly title: string | null }) {
  useTitle(title)
  return null
}

/** What the pages call themselves. */
const Name = () => <>{useRegionWords().title}</>

/** What the data begins with. */
const About = () => <p>{useRegionWords().about}</p>

/** The language that is asked for, else chosen before, else the browser's: of those that the region has, its own first. */
function languageOf(ofRegion: readonly Lang[], asked: string | undefined): Language {
  const [first = 'en', ...others] = ofRegion.map(toLanguage)
  const wishes = [asked, localStorage.getItem('language'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  const wished = wishes.find((wish) => wish === first || others.some((other) => other === wish))
  return others.find((other) => other === wished) ?? first
}

function NotFound({ language }: { readonly language: Language }) {
  const texts = shellTexts[language]
  return (
    <>
      <h1>{texts.notFound}</h1>
      <p>
        <a href={linkTo('/', { lang: language })}>{texts.toStart}</a>
      </p>
    </>
  )
}

/** In place of a view that cannot be shown at its address: the ways on. */
function NotShown({ path, language }: { readonly path: string; readonly language: Language }) {
  const texts = shellTexts[language]
  return (
    <>
      <h1>{texts.notShown}</h1>
      <p role="alert">{texts.whyNotShown}</p>
      <ul class="next-steps">
        <li>
          <a href={linkTo(path, { lang: language })}>{texts.fromItsBeginning}</a>
        </li>
        <li>
          <a href={linkTo('/', { lang: language })}>{texts.toStart}</a>
        </li>
      </ul>
    </>
  )
}
