/**
 * Loaded before the server under test: it prints no papers, and the browser's driver is half the time of its start. Where
 * the driver is asked for, an empty one is given.
 */
import { registerHooks } from 'node:module'

const DRIVER = 'playwright-core'
const EMPTY = 'data:text/javascript,export const chromium = undefined'

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === DRIVER ? { url: EMPTY, format: 'module', shortCircuit: true } : next(specifier, context),
})
