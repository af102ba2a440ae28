/** An address as people write it: without its scheme and what says nothing at its end. */
export const writtenAddress = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

/** The site of an address, as people name it. */
export const siteOf = (url: string): string => writtenAddress(url).split('/')[0] ?? ''
