import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../../../engine/core/bpmn/rules/table.ts'
import { rulesPage } from '../../../engine/core/bpmn/rules/page.ts'

const ROOT = join(import.meta.dirname, '../../..')

test('every rule says what it asks in one line of each language', () => {
  for (const { name, says } of RULES) {
    expect([name, says.en]).toEqual([name, expect.stringMatching(/^[A-Za-z][^\n]{20,160}\.$/)])
    expect([name, says.ar]).toEqual([name, expect.stringMatching(/^\p{Script=Arabic}[^\n]{15,160}\.$/u)])
  }
})

test('no two rules have one name, and each stands in the file of its name', () => {
  const names = RULES.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  const files = readdirSync(join(ROOT, 'engine/core/bpmn/rules')).map((file) => file.replace('.ts', ''))
  expect(names.filter((name) => !files.includes(name))).toEqual([])
})

test('every rule is seen to refuse something', () => {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(ROOT, 'test', file), 'utf8'))
    .join('\n')
  expect(RULES.map(({ name }) => name).filter((name) => !tests.includes(`bpmn/${name}`))).toEqual([])
})

test('the page of rules is what the rules say (npx vitest run -u test/bpmn/rules writes it)', async () => {
  await expect(rulesPage()).toMatchFileSnapshot(join(ROOT, 'workflows/rules.md'))
})
