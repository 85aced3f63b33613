import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { JsonObject } from '../../engine/core/json.ts'
import { compileSchema } from '../../engine/core/schema/ajv.ts'
import { ACCESS } from './access-table.ts'
import {
  apply,
  deployPermit,
  giveDocument,
  items,
  lease,
  openHouse,
  taskOf,
  toStamp,
  type Answer,
  type House,
  type Json,
} from './house.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Operation {
  readonly operationId: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security: readonly Json[]
  readonly 'x-masar-roles': readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: Json
  }[]
  readonly requestBody?: Json
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Json }>>
}

interface Description {
  readonly openapi: string
  readonly info: Json
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly securitySchemes: Json }
}

let house: House
let text: string
let api: Description
beforeAll(async () => {
  house = await openHouse()
  await deployPermit(house)
  text = (await house.call('GET', '/api/openapi.json')).text
  api = JSON.parse(text) as Description
})
afterAll(() => house.close())

const operations = () =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the description of the API', () => {
  test('is OpenAPI 3.1 in shape', () => {
    expect(api.openapi).toBe('3.1.0')
    expect(api.info).toMatchObject({
      title: expect.any(String) as string,
      version: expect.stringMatching(/^\d/) as string,
    })
    for (const { path, method, operation } of operations()) {
      expect(path).toMatch(/^\//)
      expect(['get', 'put', 'post', 'delete', 'patch']).toContain(method)
      expect([path, operation.operationId]).toEqual([path, expect.stringMatching(/^[a-z][A-Za-z0-9]+$/)])
      expect([path, operation.summary]).toEqual([path, expect.stringMatching(/\w/)])
      expect([path, operation.tags?.length]).toEqual([path, 1])
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/)
        expect([path, response.description]).toEqual([path, expect.stringMatching(/\w/)])
      }
      for (const parameter of operation.parameters ?? []) {
        expect(['path', 'query', 'header']).toContain(parameter.in)
        expect(parameter.schema).toBeTypeOf('object')
      }
    }
  })

  test('names every operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('lists every route, and none that does not exist', () => {
    const described = operations().map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    )
    const served = ACCESS.filter(({ route, page }) => !page && !/ (?:\/designer)?\/assets\//.test(route)).map(
      ({ route }) => route.replace('/fspiop/*', '/fspiop/:*'),
    )
    expect(described.map((one) => one.replace(/\{\*\}|:wildcard$/, ':*')).sort()).toEqual(served.sort())
  })

  test('declares every parameter of every path', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+|\*)\}/g)].map(([, name]) => name)
      const declared = (operation.parameters ?? [])
        .filter((it) => it.in === 'path' && it.required === true)
        .map(({ name }) => name)
      expect([path, declared]).toEqual([path, named])
    }
  })

  test('points nowhere that is not there', () => {
    for (const [, name] of text.matchAll(/"\$ref":"([^"]+)"/g))
      expect(Object.keys(api.components.schemas).map((it) => `#/components/schemas/${it}`)).toContain(name)
  })

  test('says of every route who may call it and with what proof', () => {
    const proof = (path: string, method: string) => api.paths[path]?.[method]
    expect(proof('/health', 'get')).toMatchObject({ security: [], 'x-masar-roles': ['anyone'] })
    expect(proof('/api/me', 'get')).toMatchObject({ security: [{ bearer: [] }], 'x-masar-roles': ['signed-in'] })
    expect(proof('/api/jobs/activate', 'post')).toMatchObject({
      security: [{ bearer: [] }],
      'x-masar-roles': ['worker'],
    })
    for (const { path, operation } of operations()) {
      expect([path, operation['x-masar-roles'].length]).toEqual([path, expect.toSatisfy((it: number) => it > 0)])
      const schemes = operation.security.flatMap((one) => Object.keys(one))
      expect(schemes.every((scheme) => Object.hasOwn(api.components.securitySchemes, scheme))).toBe(true)
      expect([path, schemes.length === 0]).toEqual([path, operation['x-masar-roles'].includes('anyone')])
    }
  })

  test('says that every route may refuse with a problem', () => {
    for (const { path, operation } of operations())
      expect([path, operation.responses['default']?.content]).toEqual([
        path,
        { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      ])
  })

  test('gives an example of each thing that keeps to its schema', () => {
    for (const [name, schema] of Object.entries(api.components.schemas)) {
      const examples = schema['examples'] as readonly Json[]
      expect([name, examples.length]).toEqual([name, 1])
      for (const example of examples)
        expect([name, faults({ $ref: `#/components/schemas/${name}` }, example)]).toEqual([name, []])
    }
  })
})

/** What keeps a value from being what the description says. */
function faults(schema: Json, value: unknown): readonly unknown[] {
  const moved = JSON.parse(
    JSON.stringify({ allOf: [schema], $defs: api.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as JsonObject
  const made = compileSchema(moved, {}, { trusted: true })
  return made.ok ? made.schema.validate(value) : made.findings
}

function answerFaults(route: string, answer: Answer): readonly unknown[] {
  const [method = '', path = ''] = route.split(' ')
  const response = api.paths[path]?.[method.toLowerCase()]?.responses[String(answer.status)]
  const content = response?.content?.['application/json'] as { readonly schema: Json } | undefined
  if (content === undefined) return [`Expected ${route} to describe ${String(answer.status)}: ${answer.text}`]
  return faults(content.schema, answer.json)
}

describe('what is answered keeps to the description', () => {
  test('for applications, tasks, jobs, papers, incidents and people', async () => {
    const begun = await toStamp(house)
    await giveDocument(house, begun, 'MOJ-2026-AAAA1111')
    const task = await taskOf(house, await apply(house))
    const other = await taskOf(house, await apply(house))
    await house.call('PUT', `${task}/draft`, { as: 'clerk.rana', body: { variables: { fit: true } } })
    const [job] = await lease(house)
    if (job === undefined) throw new Error('Expected a job')
    const account = { agency: 'moj', name: 'Lina', roles: ['clerk'], groups: [], password: 'a long enough password' }
    const asked: readonly [route: string, answer: Answer][] = [
      ['GET /api/instances', await house.call('GET', '/api/instances', { as: 'clerk.rana' })],
      ['GET /api/instances/{id}', await house.call('GET', begun.path, { as: 'clerk.rana' })],
      ['GET /api/instances/{id}', await house.call('GET', begun.path, { as: '900000001' })],
      ['GET /api/tasks', await house.call('GET', '/api/tasks?limit=1', { as: 'supervisor.huda' })],
      ['GET /api/tasks', await house.call('GET', '/api/tasks?status=completed', { as: 'supervisor.huda' })],
      ['GET /api/tasks/{id}', await house.call('GET', task, { as: 'clerk.rana' })],
      ['POST /api/tasks/{id}/claim', await house.call('POST', `${other}/claim`, { as: 'clerk.rana' })],
      ['POST /api/tasks/{id}/release', await house.call('POST', `${other}/release`, { as: 'clerk.rana' })],
      [
        'POST /api/tasks/{id}/assign',
        await house.call('POST', `${other}/assign`, {
          as: 'supervisor.huda',
          body: { assignee: 'clerk.sami', reason: 'x' },
        }),
      ],
      [
        'POST /api/tasks/{id}/complete',
        await house.call('POST', `${task}/complete`, { as: 'clerk.rana', body: { variables: { fit: true } } }),
      ],
      [
        'POST /api/jobs/{id}/fail',
        await house.call('POST', `${job.path}/fail`, {
          as: 'worker.stamps',
          body: { token: job.token, reason: 'jam', retries: 1, backoff: 0 },
        }),
      ],
      [
        'POST /api/jobs/activate',
        await house.call('POST', '/api/jobs/activate', {
          as: 'worker.stamps',
          body: { types: ['stamp'], worker: 'x' },
        }),
      ],
      [
        'POST /api/jobs/{id}/error',
        await house.call('POST', `${job.path}/error`, {
          as: 'worker.stamps',
          body: { token: job.token + 1, code: 'FIRE' },
        }),
      ],
      ['GET /api/incidents', await house.call('GET', '/api/incidents', { as: 'operator.omar' })],
      [
        'POST /api/incidents/resolve',
        await house.call('POST', '/api/incidents/resolve', { as: 'operator.omar', body: { element: 'stamp' } }),
      ],
      [
        'POST /api/instances/cancel',
        await house.call('POST', '/api/instances/cancel', {
          as: 'operator.omar',
          body: { packageId: 'test.permit', reason: 'tried', limit: 1 },
        }),
      ],
      ...(await ofTheDesk(begun.path, task)),
      ['GET /api/deployments', await house.call('GET', '/api/deployments', { as: 'auditor.aya' })],
      ['GET /api/certificates/{serial}', await house.call('GET', '/api/certificates/MOJ-2026-AAAA1111')],
      [
        'PUT /api/accounts/{id}',
        await house.call('PUT', '/api/accounts/clerk.lina', { as: 'operator.omar', body: account }),
      ],
      ['GET /api/accounts', await house.call('GET', '/api/accounts', { as: 'operator.omar' })],
      [
        'POST /api/sessions',
        await house.call('POST', '/api/sessions', { body: { user: 'clerk.lina', password: account.password } }),
      ],
    ]
    for (const [route, answer] of asked) expect([route, answerFaults(route, answer)]).toEqual([route, []])
    expect(items(asked.find(([route]) => route === 'GET /api/incidents')?.[1] as Answer)).toHaveLength(1)
  })

  async function ofTheDesk(application: string, task: string): Promise<readonly [route: string, answer: Answer][]> {
    const as = 'supervisor.huda'
    const note = { audience: 'internal', body: 'seen' }
    await house.call('POST', `${application}/notes`, { as, body: note })
    const filter = { name: 'Overdue', filter: { view: 'all', due: 'overdue' } }
    const away = { deputy: 'clerk.sami', from: '2026-12-01', until: '2026-12-02', reason: 'leave' }
    const decisions = [{ id: task.split('/').at(-1), variables: {}, reason: 'late' }]
    return [
      ['GET /api/instances/{id}/notes', await house.call('GET', `${application}/notes`, { as })],
      ['GET /api/inbox', await house.call('GET', '/api/inbox?view=all&limit=1', { as })],
      ['GET /api/inbox/counts', await house.call('GET', '/api/inbox/counts', { as })],
      ['GET /api/figures', await house.call('GET', '/api/figures', { as })],
      ['GET /api/search', await house.call('GET', '/api/search?text=900000001', { as })],
      ['POST /api/filters', await house.call('POST', '/api/filters', { as, body: filter })],
      ['GET /api/filters', await house.call('GET', '/api/filters', { as })],
      ['POST /api/delegations', await house.call('POST', '/api/delegations', { as, body: away })],
      ['GET /api/delegations', await house.call('GET', '/api/delegations', { as })],
      ['GET /api/colleagues', await house.call('GET', '/api/colleagues', { as })],
      ['POST /api/tasks/complete', await house.call('POST', '/api/tasks/complete', { as, body: { decisions } })],
    ]
  }

  test('for refusals', async () => {
    for (const answer of [
      await house.call('GET', '/nowhere'),
      await house.call('GET', '/%zz'),
      await house.call('GET', '/api/tasks'),
      await house.call('POST', '/api/sessions', { body: { user: 1 } }),
      await house.call('POST', '/api/sessions', { body: 'x' }),
      await house.call('POST', '/api/instances', {
        as: '900000001',
        body: { packageId: 'test.permit', variables: {} },
      }),
    ])
      expect(faults({ $ref: '#/components/schemas/Problem' }, answer.json)).toEqual([])
  })
})
