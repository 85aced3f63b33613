import { expect, test } from 'vitest'
import template from '../../designer/element-templates/databus.json' with { type: 'json' }
import { DATABUS } from '../../engine/connectors/databus/databus.ts'
import people from '../../engine/sandbox/databus/registries/people.json' with { type: 'json' }
import { isNationalId } from '../../engine/sandbox/databus/registries/national-id.ts'

const ARABIC = /[\u0600-\u06ff]/
const LATIN = /[A-Za-z]/

test('the element template makes a task the connector takes', () => {
  const type = template.properties.find(
    (it) => it.binding.type === 'zeebe:taskDefinition' && it.binding.property === 'type',
  )
  expect(type?.value).toBe(DATABUS)
  const inputs = template.properties.filter((it) => it.binding.type === 'zeebe:input').map((it) => it.binding.name)
  expect(inputs.sort()).toEqual(
    [
      'body',
      'headers',
      'idempotent',
      'method',
      'path',
      'query',
      'service',
      'statusService',
      'timeout',
      'userId',
    ].sort(),
  )
})

test('every word of the element template is in Arabic and English', () => {
  const texts = [
    template.name,
    template.description,
    ...template.groups.map((it) => it.label),
    ...template.properties.flatMap((it) => (it.type === 'Hidden' ? [] : [String(it.label)])),
    ...template.properties.flatMap((it) => it.constraints?.pattern?.message ?? []),
    ...template.properties.flatMap((it) => it.description ?? []),
  ]
  expect(texts.length).toBeGreaterThan(25)
  for (const text of texts) {
    expect(text).toMatch(ARABIC)
    expect(text).toMatch(LATIN)
  }
})

test('the made-up people have numbers of the right form, all different, and names in both languages', () => {
  const numbers = people.people.flatMap((it) => it.nationalId ?? [])
  expect(numbers.length).toBeGreaterThanOrEqual(12)
  expect(new Set(numbers).size).toBe(numbers.length)
  for (const number of [...numbers, people.unknownNationalId]) expect(isNationalId(number)).toBe(true)
  expect(numbers).not.toContain(people.unknownNationalId)
  for (const { name } of people.people) {
    for (const part of Object.values(name.ar)) expect(part).toMatch(ARABIC)
    for (const part of Object.values(name.en)) expect(part).toMatch(LATIN)
  }
})

test('a number with a wrong check digit is none', () => {
  expect(isNationalId('400000014')).toBe(true)
  expect(isNationalId('400000015')).toBe(false)
  expect(isNationalId('40000001')).toBe(false)
  expect(isNationalId('٤٠٠٠٠٠٠١٤')).toBe(false)
})
