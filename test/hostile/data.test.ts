import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderTemplate } from '../../engine/connectors/documents/templates/rendering.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { extension } from '../bpmn/drawing.ts'
import { arena, type Arena } from './arena.ts'
import { attack, ATTACKER, each, input, job, line, message, script, throwMessage, user } from './parcel.ts'

let it: Arena
beforeEach(async () => {
  it = await arena()
})
afterEach(() => it.close())

/** What a citizen or a provider may send in the hope that somebody computes it. */
const ANSWERS = [
  '=7*7',
  '= 7 * 7',
  '${7*7}',
  '#{7*7}',
  '{{7*7}}',
  '{{{7*7}}}',
  '<%= 7*7 %>',
  '{{#with this}}{{constructor}}{{/with}}',
  '{{lookup this "constructor"}}',
  '=for i in 1..10000000000 return i',
  'a\r\nX-Injected: 1',
  '"; DROP TABLE instances; --',
  '<script>alert(1)</script>',
] as const

test.each(ANSWERS)('Data is never computed: %j goes in and comes out as it is', async (answer) => {
  await it.deploy(
    attack({
      steps: line(
        script('copied', '=answer'),
        script('joined', '="[" + answer + "]"'),
        [
          'many',
          `<bpmn:task id="many">${each('=[answer]', 'outputCollection="all" outputElement="=item + &quot;!&quot;"')}</bpmn:task>`,
        ],
        [
          'inner',
          `<bpmn:callActivity id="inner">${extension('<zeebe:calledElement processId="other" propagateAllParentVariables="true" propagateAllChildVariables="true"/>')}</bpmn:callActivity>`,
        ],
        throwMessage('tell', 'm', '=answer', `<zeebe:input source="=answer" target="told"/>`),
        job('notice', 'masar:notify', input('=answer', 'subject')),
        job('work', 'worker', input('=answer', 'mine')),
        user('ask', '<zeebe:assignmentDefinition candidateGroups="=[answer]"/>'),
      ),
      roots:
        message('m', 'news') +
        `<bpmn:process id="other" isExecutable="true"><bpmn:startEvent id="os"/><bpmn:endEvent id="oe"/><bpmn:sequenceFlow id="of" sourceRef="os" targetRef="oe"/></bpmn:process>`,
    }),
  )
  const id = await it.start('evil.service', { answer })
  await it.untilQuiet()
  expect(await it.trouble(id)).toEqual([])
  const { variables } = Object.values((await it.state(id)).elements)[0] ?? {}
  expect(variables).toMatchObject({ answer, copied: answer, joined: `[${answer}]`, all: [`${answer}!`] })
  const { store } = it.engine.deps
  const [work] = await store.jobs.list({ instance: id, limit: 1 })
  expect(work?.variables).toEqual({ mine: answer })
  expect(
    await store.messages.get(ATTACKER as AgencyId, 'news', `${id}:${toldBy(await store.instances.history(id))}`),
  ).toMatchObject({
    key: answer,
    variables: { told: answer },
  })
  const history = (await store.instances.history(id)).map(({ events }) => events).join('')
  expect(history).not.toMatch(/"\[?49\]?!?"/)
})

/** Local id of the element that published the one message. */
function toldBy(history: readonly { readonly events: string }[]): string {
  const told = /"kind":"messagePublished","id":"(\d+)"/.exec(history.map(({ events }) => events).join(''))
  if (told?.[1] === undefined) throw new Error('Expected a published message')
  return told[1]
}

test.each(ANSWERS)('and on paper %j is ink', (answer) => {
  const filled = renderTemplate({
    template: '<p>{{answer}}</p>',
    data: JSON.stringify({ answer }),
    medium: 'text',
    setting: { language: 'en', timeZone: 'Asia/Hebron' },
  })
  if (filled.kind !== 'rendered') throw new Error(filled.reason)
  expect(filled.text).not.toContain('49')
  expect(filled.text.replaceAll(/\s+/g, ' ')).toContain(answer.replaceAll(/\s+/g, ' '))
})
