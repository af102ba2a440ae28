import './kernel/production.js'
import { serve } from './serve.js'
import { fail } from './startup/problem.js'
import { readSettings } from './startup/settings.js'

try {
  await serve(readSettings(process.env))
} catch (error) {
  fail(error)
}
