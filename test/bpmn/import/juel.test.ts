import { expect, test } from 'vitest'
import { parseExpression } from '../../../engine/core/bpmn/expression.ts'
import { feelOf } from '../../../engine/core/bpmn/import/juel.ts'
import { scopeOf } from '../../../engine/core/feel/feel.ts'

const feel = (text: string): string => {
  const found = feelOf(text)
  return found.ok ? found.text : `? ${found.reason.en}`
}

test.each([
  ['plain text', 'plain text'],
  ['${amount > 100}', '=amount > 100'],
  ['#{amount >= 100 && approved}', '=amount >= 100 and approved'],
  ['${status == "new" || status eq \'open\'}', '=status = "new" or status = "open"'],
  ['${!approved}', '=not(approved)'],
  ['${not approved and amount lt 5}', '=not(approved) and amount < 5'],
  ['${empty(reason)}', '=((reason) = null or (reason) = "" or (reason) = [])'],
  ['${amount > 5 ? "high" : "low"}', '=if amount > 5 then "high" else "low"'],
  ['${execution.getVariable("x") != null}', '=x != null'],
  ['${applicant.name.equals("Rana")}', '=(applicant.name = "Rana")'],
  ['${items.size() > 0}', '=count(items) > 0'],
  ['${items[0]}', '=items[0 + 1]'],
  ['${map["key"]}', '=map.key'],
  ['${nrOfCompletedInstances/nrOfInstances >= 0.6}', '=numberOfCompletedInstances / numberOfInstances >= 0.6'],
  ['Dear ${name}, case ${nr}', '="Dear " + string(name) + ", case " + string(nr)'],
  ['PT${hours}H', '="PT" + string(hours) + "H"'],
])('%s is %s', (juel, expected) => {
  expect(feel(juel)).toBe(expected)
  expect(parseExpression(expected)).toMatchObject({ ok: true })
})

test.each(['${bean.check(order)}', '${now()}', '${execution.processInstanceId}', '${a +}', '${a ` b}', '${(a}'])(
  '%s is left for a person, with the reason in both languages',
  (juel) => {
    const found = feelOf(juel)
    const reason = found.ok ? { en: '', ar: '' } : found.reason
    expect(reason).toEqual({ en: expect.stringMatching(/.{6}/), ar: expect.stringMatching(/\p{Script=Arabic}/u) })
  },
)

test('what is put together means the same', () => {
  const parsed = parseExpression(feel('Dear ${name}, ${amount * 2}'))
  if (!parsed.ok) throw new Error(parsed.reason)
  expect(parsed.expression.evaluate(scopeOf({ name: 'Rana', amount: 4 }, 0, 'Asia/Hebron'))).toMatchObject({
    value: 'Dear Rana, 8',
  })
})
