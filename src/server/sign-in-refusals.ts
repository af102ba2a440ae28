import type { FastifyReply, FastifyRequest } from 'fastify'
import { type InBoth, type Language, locales } from '../language/language.js'
import { html } from './pages.js'
import { RETRY_SECONDS, refuse } from './refusals.js'

interface Refusal {
  readonly status: number
  readonly code: string
  readonly words: InBoth
}

/** Why somebody is not signed in by a provider, as they are told: nothing of what was sent. */
const refusals = {
  UNREACHABLE: {
    ...{ status: 503, code: 'SERVICE_UNAVAILABLE' },
    words: {
      Sv: 'Organisationens inloggning kan inte nås just nu. Försök igen om en stund, eller logga in med lösenord.',
      En: "The organisation's sign-in cannot be reached now: try again soon, or sign in by a password",
    },
  },
  NOT_SET_UP: {
    ...{ status: 503, code: 'SERVICE_UNAVAILABLE' },
    words: {
      Sv: 'Organisationens inloggning är inte rätt inställd för den här servern. Vad som är fel står i serverns logg.',
      En: "The organisation's sign-in is not set up for this server as it has to be: its log says what is wrong",
    },
  },
  NOT_OPEN: {
    ...{ status: 503, code: 'SERVICE_UNAVAILABLE' },
    words: { Sv: 'Grafen är inte öppen. Försök igen om en stund.', En: 'The graph is not open: try again soon' },
  },
  BROKEN_OFF: {
    ...{ status: 401, code: 'UNAUTHENTICATED' },
    words: {
      Sv: 'Inloggningen avbröts eller nekades hos organisationen.',
      En: 'Signing in was broken off, or refused by the organisation',
    },
  },
  NOT_BELIEVED: {
    ...{ status: 401, code: 'UNAUTHENTICATED' },
    words: {
      Sv: 'Svaret från organisationens inloggning gick inte att bekräfta. Börja om.',
      En: "The answer of the organisation's sign-in could not be confirmed: begin again",
    },
  },
  DISABLED: {
    ...{ status: 401, code: 'UNAUTHENTICATED' },
    words: {
      Sv: 'Kontot är avstängt. Fråga den som sköter kontona.',
      En: 'The account is disabled: ask whoever keeps the accounts',
    },
  },
  NOT_BEGUN: {
    ...{ status: 400, code: 'BAD_REQUEST' },
    words: {
      Sv: 'Den här inloggningen började inte här, är redan avslutad eller tog för lång tid. Börja om.',
      En: 'This sign-in was not begun here, has ended already or took too long: begin again',
    },
  },
  NEEDS_ADDRESS: {
    ...{ status: 400, code: 'BAD_REQUEST' },
    words: {
      Sv: 'Inloggning hos organisationen kräver att serverns egen adress är känd (NORRGRAPH_URL) och att frågan kommer den vägen.',
      En: "Signing in by the organisation takes that this server's own address is known (NORRGRAPH_URL) and is the one that was asked, https where it says so",
    },
  },
} as const satisfies Readonly<Record<string, Refusal>>

export type SignInRefusal = keyof typeof refusals

const frame: Readonly<Record<'title' | 'again', InBoth>> = {
  title: { Sv: 'Ingen inloggning', En: 'Not signed in' },
  again: { Sv: 'Till inloggningen', En: 'Sign in' },
}

/** Says why somebody is not signed in: a page to a browser, in the region's first language, and GraphQL's form to others. */
export function refuseSignIn(
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  kind: SignInRefusal,
  language: Language,
): FastifyReply {
  const { status, code, words } = refusals[kind]
  if (!headers.accept?.includes('text/html')) return refuse(reply, status, code, words.En)
  if (status === 503) reply.header('retry-after', RETRY_SECONDS)
  const title = frame.title[language]
  const lines = [
    `<!doctype html>`,
    `<html lang="${locales[language].slice(0, 2)}">`,
    `<meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />`,
    `<title>${title}</title>`,
    `<main><h1>${title}</h1><p role="alert">${words[language]}</p><p><a href="/sign-in">${frame.again[language]}</a></p></main>`,
    `</html>`,
  ]
  return reply.code(status).type(html).send(lines.join('\n'))
}
