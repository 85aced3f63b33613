/** How tests are run: on a machine with much to do a property of many runs takes its time, and so does what is waited for; neither is a failure. */
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { testTimeout: 30_000, expect: { poll: { timeout: 15_000 } } } })
