#!/usr/bin/env node
// Sends an example operation to a running server and prints its answer.
// Usage: node examples/ask.mjs support-for [variables as JSON] [--url http://127.0.0.1:4000/graphql]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' } },
})
const [name = 'support-for', json] = positionals
const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8')
const variables = json ? JSON.parse(json) : JSON.parse(read('variables.json'))[name]?.[0]

const response = await fetch(values.url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: read(`operations/${name}.graphql`), variables }),
})
console.log(JSON.stringify(await response.json(), null, 2))
