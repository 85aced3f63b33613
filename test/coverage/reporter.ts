/**
 * After a run of all element tests: the README's coverage table is what they did, or the run fails and says how to mend it.
 *
 * With MASAR_COVERAGE=write the table is written instead. A run of only some of the element tests says nothing.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Reporter, TestModule } from 'vitest/node'
import { coverageTable, gaps, type Told } from './table.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'test/elements')
const README = join(ROOT, 'README.md')
const BEGIN = '<!-- coverage -->'
const END = '<!-- /coverage -->'

export default class CoverageReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ran = modules.filter(({ moduleId }) => dirname(moduleId) === FOLDER)
    if (ran.length < readdirSync(FOLDER).filter((file) => file.endsWith('.test.ts')).length) return
    const tests = ran.flatMap((module) => [...module.children.allTests()])
    if (tests.some((test) => test.result().state !== 'passed')) return
    const told = tests.map((test): Told => {
      const { elements = {}, beyond } = test.meta()
      return { file: basename(test.module.moduleId), elements, ...(beyond && { beyond }) }
    })
    conclude(told)
  }
}

function conclude(told: readonly Told[]): void {
  const text = readFileSync(README, 'utf8')
  const [before = '', rest] = text.split(BEGIN)
  if (rest === undefined) throw new Error(`Expected ${BEGIN} in README.md, where the coverage table stands`)
  const next = `${before}${BEGIN}\n\n${coverageTable(told)}\n\n${rest.slice(rest.indexOf(END))}`
  const missing = gaps(told)
  for (const gap of missing) process.stderr.write(`coverage: ${gap}\n`)
  if (process.env['MASAR_COVERAGE'] === 'write') writeFileSync(README, next)
  else if (next !== text || missing.length > 0) {
    process.stderr.write('coverage: the table in README.md is not what the tests did; write it: npm run coverage\n')
    process.exitCode = 1
  }
}
