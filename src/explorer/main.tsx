import { render } from 'preact'
import { LocationProvider } from 'preact-iso'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import './style/views.css'
import './style/support.css'
import './style/entity.css'
import './style/coverage.css'
import './style/spillover.css'
import './style/network.css'
import { Shell } from './shell.js'

const place = document.getElementById('explorer')
if (place === null) throw new Error('index.html has no element #explorer')

// Only the explorer's own pages: other addresses of the server, such as /graphql, load as pages of their own.
render(
  <LocationProvider scope={/^\/(?!graphql|health|export)/}>
    <Shell />
  </LocationProvider>,
  place,
)
