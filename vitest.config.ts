/** How tests are run: on a machine with much to do a property of many runs takes its time, which is no failure. */
import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { testTimeout: 30_000 } })
