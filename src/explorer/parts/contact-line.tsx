import { graphql } from '../generated/gql.js'
import type { ExplorerContactFragment } from '../generated/graphql.js'
import { useTexts } from '../language/language.js'
import { supportTexts } from '../language/support.js'

graphql(`
  fragment ExplorerContact on Contact {
    url
    mailbox
    telephone
  }
`)

/** How to turn to an organisation, or that no page says. */
export function ContactLine({ contact: { url, mailbox, telephone } }: { readonly contact: ExplorerContactFragment }) {
  const texts = useTexts(supportTexts)
  const ways = [
    ...(url ? [{ href: url, text: withoutScheme(url) }] : []),
    ...(mailbox ? [{ href: `mailto:${mailbox}`, text: mailbox }] : []),
    ...(telephone ? [{ href: `tel:${telephone.replaceAll(/[^\d+]/g, '')}`, text: telephone }] : []),
  ]
  if (ways.length === 0) return <p class="contact quiet">{texts.noContact}</p>
  return (
    <p class="contact">
      {texts.contact}:{' '}
      {ways.map(({ href, text }, index) => (
        <span key={href}>
          {index > 0 && ' · '}
          <a href={href}>{text}</a>
        </span>
      ))}
    </p>
  )
}

/** An address as people write it. */
const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '')
