import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replyIn } from '../../designer/check/bus-replies.ts'
import { checker } from '../../designer/check/checker.ts'
import { spotOf } from '../../designer/check/place.ts'
import { unzip } from '../../designer/check/unzip.ts'
import { blankPackage } from '../../engine/core/package/blank.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { packZip } from '../../engine/packages/zip.ts'

const WORKFLOWS = resolve(import.meta.dirname, '../../workflows')

function filesOf(id: string): ReadonlyMap<string, string> {
  const folder = join(WORKFLOWS, id)
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
  return new Map(
    paths.map((it) => {
      const path = join(it.parentPath, it.name)
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')]
    }),
  )
}

const encoded = (files: ReadonlyMap<string, string>) =>
  new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]))

const shared = (id: string) => Promise.resolve(encoded(filesOf(id)))

const BLANK = blankPackage({
  packageId: 'test.card',
  title: { ar: 'بطاقة', en: 'Card' },
  agency: 'test' as AgencyId,
})

test('a shipped service with its shared packages has no fault, and one that is spoilt has it told in its place', async () => {
  const checks = checker(shared)
  checks.change(filesOf('moj.non-conviction'))
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
  checks.change(new Map([['forms/apply.form.json', '{}']]))
  expect(await checks.check()).toContainEqual(
    expect.objectContaining({ file: 'forms/apply.form.json', severity: 'error' }),
  )
  checks.change(new Map([['forms/apply.form.json', filesOf('moj.non-conviction').get('forms/apply.form.json') ?? '']]))
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
})

test('a file that is taken away is missed, and one that comes back is there again', async () => {
  const checks = checker(() => Promise.resolve(undefined))
  checks.change(BLANK)
  const before = await checks.check()
  const form = BLANK.get('forms/apply.form.json') ?? ''
  checks.change(new Map([['forms/apply.form.json', null]]))
  expect(await checks.check()).toContainEqual(expect.objectContaining({ rule: 'package/link', place: '/start/form' }))
  checks.change(new Map([['forms/apply.form.json', form]]))
  expect(await checks.check()).toEqual(before)
})

test('a shared package that the server does not give is asked for again at the next check', async () => {
  let isAway = true
  const checks = checker((id) => (isAway ? Promise.resolve(undefined) : shared(id)))
  checks.change(filesOf('chamber.membership'))
  expect(await checks.check()).toContainEqual(expect.objectContaining({ rule: 'package/uses' }))
  isAway = false
  expect((await checks.check()).filter((it) => it.severity === 'error')).toEqual([])
})

test('what a step knows is there for who writes an expression', async () => {
  const checks = checker(shared)
  checks.change(filesOf('moj.non-conviction'))
  const file = [...filesOf('moj.non-conviction').keys()].find((it) => it.endsWith('.bpmn')) ?? ''
  const id = /<bpmn:process id="([^"]+)"/.exec(filesOf('moj.non-conviction').get(file) ?? '')?.[1] ?? ''
  const { variables } = await checks.known(file, id, false)
  expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(['application', 'nationalId', 'purpose']))
})

test('a package is unpacked as the server packed it', async () => {
  const zip = await packZip(encoded(BLANK))
  expect(await unzip(zip)).toEqual(encoded(BLANK))
})

test('a finding leads to where it is mended', () => {
  const finding = { rule: 'x', severity: 'error', message: '' } as const
  expect(spotOf({ ...finding, file: 'card.bpmn', place: 'review' })).toEqual({
    view: 'procedure',
    at: ['card.bpmn', 'review', 'x'],
  })
  expect(spotOf({ ...finding, file: 'templates/notice.ar.txt.hbs', place: 'line 2' })).toEqual({
    view: 'documents',
    at: ['notice.txt', 'line 2', 'ar'],
  })
  expect(spotOf({ ...finding, file: 'tests/paid.test.json', place: '/steps/0' })).toEqual({
    view: 'trial',
    at: ['test', 'tests/paid.test.json'],
  })
  expect(spotOf({ ...finding, file: 'workflow.json', place: '/' })).toEqual({ view: 'policy', at: ['workflow.json'] })
  expect(spotOf(finding)).toBeUndefined()
})

describe('what an expression outside of the drawing may name', () => {
  const FORM = 'forms/apply.form.json'
  const WITH_LIST = JSON.stringify({
    title: { ar: 'طلب', en: 'Application' },
    schema: {
      type: 'object',
      properties: {
        married: { type: 'boolean' },
        dependants: { type: 'array', items: { type: 'object', properties: { age: { type: 'integer' } } } },
      },
    },
    texts: { '/married': { label: { ar: 'متزوج', en: 'Married' } } },
  })
  const at = async (within: string) => {
    const checks = checker(shared)
    checks.change(BLANK)
    checks.change(new Map([[FORM, WITH_LIST]]))
    return (await checks.known(FORM, within, false)).variables
  }

  test('in a form: its answers by their questions, also while the form is unsound', async () => {
    expect(await at('')).toEqual([
      expect.objectContaining({ name: 'married', type: { kind: 'truth' }, title: { ar: 'متزوج', en: 'Married' } }),
      expect.objectContaining({ name: 'dependants' }),
    ])
  })

  test('in an entry of a list: the entry first, then the form around it', async () => {
    expect((await at('/dependants/*')).map(({ name }) => name)).toEqual(['age', 'married', 'dependants'])
  })

  test('in a form of a task: what the step knows that shows it', async () => {
    const checks = checker(shared)
    checks.change(filesOf('moj.non-conviction'))
    const { variables } = await checks.known('forms/review-judgment.form.json', '', false)
    expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(['application', 'nationalId']))
  })

  test('in a decision: what the steps and fees know that ask it', async () => {
    const checks = checker(shared)
    checks.change(filesOf('lgu.building-permit'))
    const { variables } = await checks.known('fees.dmn', 'study_rate study_fee', false)
    expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(['application', 'policy']))
  })
})

test('what a register answers is known by its fields, once the bus has described it', async () => {
  const asked: unknown[] = []
  const checks = checker(shared, (it) => {
    asked.push(it)
    return it.service.includes('getPowerOfAttorney')
      ? {
          type: 'object',
          properties: {
            principal: { type: 'string', enum: ['a', 'b'] },
            validUntil: { type: 'string', format: 'date' },
          },
        }
      : undefined
  })
  checks.change(filesOf('moj.non-conviction'))
  const file = [...filesOf('moj.non-conviction').keys()].find((it) => it.endsWith('.bpmn')) ?? ''
  const { variables } = await checks.known(file, 'verify_poa', true)
  const typeOf = (name: string) => variables.find((it) => it.name === name)?.type
  expect(typeOf('reply')).toMatchObject({ kind: 'object' })
  expect(typeOf('poaEntry')).toMatchObject({
    kind: 'object',
    fields: [
      { name: 'principal', type: { kind: 'text', choices: ['a', 'b'] } },
      { name: 'validUntil', type: { kind: 'date' } },
    ],
  })
  expect(asked).toContainEqual(
    expect.objectContaining({ service: 'PS/GOV/HJC/notary/getPowerOfAttorney/v1', method: 'GET' }),
  )
})

describe('which operation of a service a step means', () => {
  const of = (method: 'GET' | 'POST', path: string, name: string) => ({
    method,
    path,
    title: { ar: '', en: '' },
    inputs: [],
    reply: name === '' ? {} : { title: name },
  })
  const SERVICES = [
    {
      id: 'PS/GOV/X/y/z/v1',
      provider: { id: 'PS/GOV/X/y', name: '' },
      title: { ar: '', en: '' },
      allowed: true,
      operations: [of('GET', 'persons/{id}', 'person'), of('GET', 'persons', 'persons'), of('POST', '', '')],
    },
  ]
  const meant = (method: string, template?: string) =>
    replyIn(SERVICES, { service: 'PS/GOV/X/y/z/v1', method, ...(template && { template }) })?.['title']

  test('the one its template was made from', () => {
    expect(meant('GET', 'masar.databus:PS/GOV/X/y/z/v1#GET persons/{id}')).toBe('person')
    expect(meant('GET', 'masar.databus:PS/GOV/X/y/z/v1#GET persons')).toBe('persons')
  })

  test('nothing is guessed where several could be meant, or where nothing is described', () => {
    expect(meant('GET')).toBeUndefined()
    expect(meant('POST')).toBeUndefined()
    expect(meant('PUT')).toBeUndefined()
  })
})
