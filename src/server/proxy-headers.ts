/** Headers that proxies, load balancers and delivery networks set, and no program that asks directly. */
const names: ReadonlySet<string> = new Set([
  ...['forwarded', 'via', 'client-ip', 'true-client-ip', 'cdn-loop', 'max-forwards', 'proxy-connection'],
  ...['x-real-ip', 'x-client-ip', 'x-cluster-client-ip', 'x-remote-ip', 'x-remote-addr', 'x-originating-ip'],
  ...['x-proxy-user-ip', 'x-proxyuser-ip', 'proxy-client-ip', 'wl-proxy-client-ip', 'wl-proxy-ssl', 'x-scheme'],
  ...['x-host', 'x-rewrite-url', 'x-url-scheme', 'x-varnish', 'x-cdn', 'x-amzn-trace-id', 'x-cloud-trace-context'],
  ...['remote-user', 'x-request-start', 'x-queue-start', 'x-ms-proxy', 'x-traefik', 'x-nginx-proxy', 'x-iis-proxy'],
  ...['front-end-https', 'surrogate-capability', 'fastly-client-ip', 'fastly-ff', 'incap-client-ip'],
])

/** What the names of others begin with. */
const beginnings = [
  ...['x-remote-', 'x-auth-request-', 'x-authenticated-', 'x-pomerium-', 'x-appgw-', 'x-haproxy-', 'x-lb-', 'ali-'],
  ...[
    'x-forwarded',
    'forwarded-',
    'x-original-',
    'x-envoy-',
    'cf-',
    'cloudfront-',
    'x-amz-cf-',
    'x-azure-',
    'x-fd-',
    'x-arr-',
  ],
  ...['x-appengine-', 'x-goog-', 'x-akamai-', 'akamai-', 'fly-', 'x-vercel-', 'x-nf-', 'x-sucuri-', 'x-tailscale-'],
  ...['tailscale-', 'ngrok-', 'x-proxy-', 'x-waf-', 'x-edge-', 'x-ssl-', 'x-client-cert'],
]

/** Whether a header, its name in lower case, says that somebody stands between; some write `_` where others write `-`. */
export function isSetByProxies(name: string): boolean {
  const written = name.replaceAll('_', '-')
  return names.has(written) || beginnings.some((beginning) => written.startsWith(beginning))
}
