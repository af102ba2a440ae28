import { useEffect, useRef } from 'preact/hooks'
import { ErrorBoundary, lazy, Route, Router, useLocation } from 'preact-iso'
import { linkTo } from './address.js'
import { type Language, LanguageContext } from './language/language.js'
import { shellTexts } from './language/shell.js'
import { useTitle } from './parts/use-title.js'
import { Start } from './views/start/start.js'

const FindSupport = lazy(async () => (await import('./views/support/find-support.js')).FindSupport)
const Coverage = lazy(async () => (await import('./views/coverage/coverage.js')).Coverage)
const SpilloverView = lazy(async () => (await import('./views/spillover/spillover.js')).SpilloverView)
const Network = lazy(async () => (await import('./views/network/network.js')).Network)
const Suppliers = lazy(async () => (await import('./views/suppliers/suppliers.js')).Suppliers)
const EntityPage = lazy(async () => (await import('./views/entity/entity-page.js')).EntityPage)

/** The views in the order of the navigation, each with its path and its name's key. */
const views = [
  { path: '/', name: 'start' },
  { path: '/support', name: 'support' },
  { path: '/coverage', name: 'coverage' },
  { path: '/spillover', name: 'spillover' },
  { path: '/network', name: 'network' },
  { path: '/suppliers', name: 'suppliers' },
] as const

/** What stands around every view: navigation, language, and where a view is shown. */
export function Shell() {
  const { path, query } = useLocation()
  const language = languageOf(query.lang)
  const texts = shellTexts[language]
  const main = useRef<HTMLElement>(null)

  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem('language', language)
  }, [language])

  const view = views.find((each) => each.path === path)
  useTitle(view ? texts[view.name] : null)

  const other: Language = language === 'sv' ? 'en' : 'sv'
  return (
    <LanguageContext.Provider value={language}>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header class="shell-header">
        <a class="shell-name" href={linkTo('/', { lang: query.lang })}>
          Norrgraph
        </a>
        <nav aria-label={texts.views}>
          <ul class="shell-views">
            {views.map((view) => (
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
        <a class="shell-language" href={linkTo(path, { ...query, lang: other })} lang={other} hreflang={other}>
          {texts.otherLanguage}
        </a>
      </header>
      <main id="content" ref={main} tabIndex={-1}>
        <ErrorBoundary>
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
            <Route path="/network" component={Network} />
            <Route path="/suppliers" component={Suppliers} />
            <Route path="/entity/:id" component={EntityPage} />
            <Route default component={() => <NotFound language={language} />} />
          </Router>
        </ErrorBoundary>
      </main>
      <footer class="shell-footer">
        <p>{texts.about}</p>
        <p>
          <a href="/graphql">{texts.graphql}</a>
        </p>
      </footer>
    </LanguageContext.Provider>
  )
}

function languageOf(asked: string | undefined): Language {
  if (asked === 'sv' || asked === 'en') return asked
  const stored = localStorage.getItem('language')
  if (stored === 'sv' || stored === 'en') return stored
  return navigator.language.startsWith('sv') ? 'sv' : 'en'
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
