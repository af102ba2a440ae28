import { render } from 'preact'
import { LocationProvider } from 'preact-iso'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import './style/views.css'
import './style/start.css'
import './style/suppliers.css'
import './style/support.css'
import './style/support-print.css'
import './style/entity.css'
import './style/coverage.css'
import './style/spillover.css'
import './style/method.css'
import './style/network.css'
import './style/accounts.css'
import './style/importing.css'
import './style/editing.css'
import './style/history.css'
import './style/print.css'
import type { ShownRegion } from '../edition/shown-region.js'
import { ownPages } from './address.js'
import { isEmbedded } from './embedded.js'
import { fetchRegion } from './fetch-region.js'
import { partTexts } from './language/parts.js'
import { RegionContext } from './region.js'
import { SessionProvider } from './session-provider.js'
import { Shell } from './shell.js'
import { RETRY_MILLISECONDS } from './use-answer.js'

const place = document.getElementById('explorer')
if (place === null) throw new Error('index.html has no element #explorer')

/** In a frame no link is followed within it. */
const noPages = /^(?!)/

const region = await regionOnceThere(place)

// What a frame's links lead to opens beside the site that the frame stands in.
if (isEmbedded) beginFrame(place)

render(
  <LocationProvider scope={isEmbedded ? noPages : ownPages}>
    <RegionContext.Provider value={region}>
      <SessionProvider>
        <Shell />
      </SessionProvider>
    </RegionContext.Provider>
  </LocationProvider>,
  place,
)

/** Has links open pages of their own, and tells the site around the frame how high the page is whenever that changes. */
function beginFrame(page: HTMLElement): void {
  const base = document.createElement('base')
  base.target = '_blank'
  document.head.append(base)
  document.documentElement.classList.add('embedded')
  new ResizeObserver(() => {
    window.parent.postMessage({ norrgraph: { height: Math.ceil(page.getBoundingClientRect().height) } }, '*')
  }).observe(page)
}

/** The region, asked for until the server answers; meanwhile the page says so in the language that it came in. */
async function regionOnceThere(page: HTMLElement): Promise<ShownRegion> {
  for (;;) {
    try {
      const region = await fetchRegion()
      page.textContent = ''
      return region
    } catch {
      page.textContent = partTexts[document.documentElement.lang === 'sv' ? 'sv' : 'en'].away
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS))
    }
  }
}
