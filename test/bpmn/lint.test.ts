import Linter from 'bpmnlint/lib/linter.js'
import { expect, test } from 'vitest'
import { lintPlugin } from '../../engine/core/bpmn/lint.ts'
import { parseBpmn } from '../../engine/core/bpmn/moddle.ts'
import { around, file, flow, process } from './drawing.ts'

const plugin = (language: 'ar' | 'en') => {
  const { rules, configs } = lintPlugin(language)
  return new Linter({
    config: { rules: configs.all.rules },
    resolver: {
      resolveRule: (_package: string, name: string) => rules[name],
      resolveConfig: () => configs.all,
    },
  })
}

async function linted(xml: string, language: 'ar' | 'en' = 'en') {
  const parsed = await parseBpmn(xml)
  if ('unreadable' in parsed) throw new Error(parsed.unreadable)
  const results = await plugin(language).lint(parsed.root)
  return Object.entries(results).flatMap(([rule, reports]) =>
    reports.map(({ id, message, category }) => ({ rule: rule.replace(/^.*\//, ''), id, message, category })),
  )
}

test('bpmnlint finds nothing in a sound drawing', async () => {
  expect(await linted(around('<bpmn:manualTask id="step"/>'))).toEqual([])
})

test('bpmnlint tells what deployment would refuse, at the element and in the language asked for', async () => {
  const drawing = file(process(`<bpmn:startEvent id="s"/><bpmn:manualTask id="a"/>${flow('f', 's', 'a', '=true')}`))
  const [found] = await linted(drawing)
  expect(found).toMatchObject({ rule: 'conditions', id: 'f', category: 'error' })
  expect(found?.message).toMatch(/^Expected no condition on f/)
  expect((await linted(drawing, 'ar'))[0]?.message).toMatch(/\p{Script=Arabic}/u)
})
