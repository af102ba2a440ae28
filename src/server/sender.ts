import { normalizeIP } from '@fastify/rate-limit'

/**
 * Whence somebody asks, as they are counted and kept waiting: of IPv6 the network that one subscriber has, and without the
 * port that some proxies write behind an address.
 */
export function senderAt(address: string): string {
  const [, v4, v6] = /^(?:([\d.]+):\d+|\[([\da-f:.]+)\](?::\d+)?)$/i.exec(address) ?? []
  return normalizeIP(v4 ?? v6 ?? address)
}
