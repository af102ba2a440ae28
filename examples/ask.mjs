#!/usr/bin/env node
// Sends an example operation to a running server and prints its answer.
// Usage: node examples/ask.mjs OPERATION [variables as JSON] [--url http://127.0.0.1:4000]
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const { HOST = '127.0.0.1', PORT = '4000', NORRGRAPH_TOKEN } = process.env
const here = (file) => new URL(file, import.meta.url)
const operations = readdirSync(here('operations')).map((file) => file.replace('.graphql', ''))

async function ask() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string', default: `http://${HOST}:${PORT}` } },
  })
  const [name, json] = positionals
  const url = new URL('/graphql', values.url)
  if (!operations.includes(name)) throw new Error(`Name one of these operations: ${operations.join(', ')}`)
  const examples = JSON.parse(readFileSync(here('variables.json'), 'utf8'))
  const written = JSON.parse(readFileSync(here('register.json'), 'utf8'))
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(NORRGRAPH_TOKEN ? { authorization: `Bearer ${NORRGRAPH_TOKEN}` } : {}),
    },
    body: JSON.stringify({
      query: readFileSync(here(`operations/${name}.graphql`), 'utf8'),
      variables: json
        ? variablesOf(json)
        : (examples[name]?.[0] ?? written.find((step) => step.operation === name)?.variables),
    }),
  }).catch(() => {
    throw new Error(`No server answers at ${url}: start it with npm start, or name it with --url`)
  })
  const answer = await response.json()
  console.log(JSON.stringify(answer, null, 2))
  if (answer.errors) process.exitCode = 1
}

function variablesOf(json) {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Error(`The variables are no JSON: ${error.message}`)
  }
}

try {
  await ask()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
