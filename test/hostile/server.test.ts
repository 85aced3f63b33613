import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { packZip } from '../../engine/packages/zip.ts'
import { flow } from '../bpmn/drawing.ts'
import type { Memory, Ready } from './child.ts'
import { attack, each, line, message, round, script, throwMessage, timerDefinition, user, wait } from './parcel.ts'

/** Far above what the server needs, far below what any of these would take without limits. */
const MOST_MEMORY = 1_000_000_000

let data: string
let child: ChildProcess
let url: string

const next = <M extends Ready | Memory>(): Promise<M> =>
  new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as M))
    child.once('exit', (code) => reject(new Error(`Expected the server to live, but it ended with ${String(code)}`)))
  })

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'masar-hostile-'))
  child = fork(join(import.meta.dirname, 'child.ts'), { env: { ...process.env, MASAR_DATA: data } })
  child.setMaxListeners(100)
  url = (await next<Ready>()).url
}, 60_000)

afterAll(async () => {
  child.kill()
  await rm(data, { recursive: true, force: true })
})

type Agency = 'attacker' | 'neighbour'

async function call(agency: Agency, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const isZip = body instanceof Uint8Array
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${agency}-token-of-the-hostile-test`,
      ...(body === undefined ? {} : { 'content-type': isZip ? 'application/zip' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isZip ? Buffer.from(body) : JSON.stringify(body) }),
  })
  return { ...((await response.json()) as object), httpStatus: response.status }
}

const deploy = async (agency: Agency, files: PackageFiles) =>
  call(agency, 'POST', '/api/deployments', await packZip(files))

const start = (agency: Agency, packageId: string) =>
  call(agency, 'POST', '/api/instances', { packageId, channel: 'api', variables: {} })

const memory = async (): Promise<number> => {
  const told = next<Memory>()
  child.send('memory')
  return (await told).bytes
}

/** Resolves once the neighbour's new application is completed; its timer has to fire for that. */
async function neighbourComesThrough(): Promise<void> {
  const { id, httpStatus } = await start('neighbour', 'good.neighbour')
  expect(httpStatus).toBe(201)
  for (let look = 0; look < 600; look++) {
    const { status } = await call('neighbour', 'GET', `/api/instances/${String(id)}`)
    if (status === 'completed') return
    await pause(100)
  }
  throw new Error('Expected the neighbour to come through within a minute')
}

const crowd = `<bpmn:subProcess id="s"><bpmn:startEvent id="ss"/>${wait('w', 'timeDuration', 'PT1S')[1]}${flow('sf', 'ss', 'w')}${each('=for i in 1..1000 return i')}</bpmn:subProcess>`
const started = `<bpmn:startEvent id="again"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>${flow('af', 'again', 't1')}`
const ticking = `${line(user('ask'))}<bpmn:boundaryEvent id="tick" attachedToRef="ask" cancelActivity="false">${timerDefinition('timeCycle', 'R/PT1S')}</bpmn:boundaryEvent>${user('more')[1]}${flow('t', 'tick', 'more')}`

const STORMS: Readonly<Record<string, { readonly steps: string; readonly roots?: string }>> = {
  'evil.forks': {
    steps:
      line(throwMessage('t1', 'm', '="a"'), throwMessage('t2', 'm', '="b"'), throwMessage('t3', 'm', '="c"')) + started,
    roots: message('m', 'again'),
  },
  'evil.restless': { steps: round(wait('w', 'timeDuration', 'PT0S')) },
  'evil.crowd': { steps: line(['s', crowd]) },
  'evil.ticking': { steps: ticking },
  'evil.loop': { steps: round(script('x', '=count(for i in 1..40000 return i * 2)')) },
  'evil.bomb': { steps: round(script('x', '=if is defined(x) then [x, x] else [1]')) },
}

describe('A server with an attacker among its authors', { timeout: 180_000 }, () => {
  test('lets the neighbour work', async () => {
    const good = attack({
      id: 'good.neighbour',
      agency: 'neighbour',
      steps: line(script('greet', '="marhaba"'), wait('pause', 'timeDuration', 'PT1S')),
    })
    expect((await deploy('neighbour', good))['httpStatus']).toBe(201)
    await neighbourComesThrough()
  })

  test('answers others while it judges a package made to take long', async () => {
    const costly = attack({
      id: 'evil.costly',
      steps: line(...Array.from({ length: 2_300 }, (_, index) => script(`t${index}`, `=${index} + ${index}`))),
    })
    const over = new AbortController()
    const judging = deploy('attacker', costly).finally(() => over.abort())
    let answers = 0
    while (!over.signal.aborted) {
      expect((await call('neighbour', 'GET', '/api/definitions'))['httpStatus']).toBe(200)
      if (!over.signal.aborted) answers++
    }
    expect([201, 422]).toContain((await judging)['httpStatus'])
    expect(answers).toBeGreaterThan(3)
  })

  test('refuses a package that takes too much, says so, and lives', async () => {
    const sum = Array.from({ length: 480 }, (_, index) => `a${index}`).join(' + ')
    // Each another: the same one is read once.
    const elements = Array.from({ length: 430 }, (_, index) => script(`t${index}`, `=${index} + ${sum}`))
    const twice = {
      'other.bpmn': new TextDecoder()
        .decode(attack({ steps: line(...elements) }).get('main.bpmn'))
        .replaceAll('id="main"', 'id="other"'),
    }
    const forms = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`forms/f${index}.form.json`, wideForm(400)]),
    )
    const answer = await deploy(
      'attacker',
      attack({ id: 'evil.heavy', steps: line(...elements), files: { ...twice, ...forms } }),
    )
    expect(answer).toMatchObject({ httpStatus: 422, code: 'package.refused' })
    expect(JSON.stringify(answer)).toContain('package/too-costly')
  })

  test('serves the neighbour in every storm, within its memory', async () => {
    for (const [id, parts] of Object.entries(STORMS)) {
      expect((await deploy('attacker', attack({ id, ...parts })))['httpStatus']).toBe(201)
      for (let copies = 0; copies < 3; copies++) expect((await start('attacker', id))['httpStatus']).toBe(201)
    }
    await neighbourComesThrough()
    await neighbourComesThrough()
    expect(await memory()).toBeLessThan(MOST_MEMORY)
    const { items } = await call('attacker', 'GET', '/api/incidents?limit=200')
    expect(Array.isArray(items) && items.length).toBeGreaterThan(0)
  })

  test('has kept no name of theirs for the neighbour', async () => {
    const stolen = attack({ id: 'good.neighbour', version: '2.0.0', steps: line(script('a', '=1')) })
    expect(await deploy('attacker', stolen)).toMatchObject({ httpStatus: 403 })
    const foreign = attack({ id: 'evil.foreign', agency: 'neighbour', steps: line(script('a', '=1')) })
    expect(await deploy('attacker', foreign)).toMatchObject({ httpStatus: 403 })
    await neighbourComesThrough()
  })
})

const wideForm = (fields: number): object => ({
  title: { ar: 'نموذج', en: 'Form' },
  schema: {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: fields }, (_, index) => [`p${index}`, { type: 'string', pattern: '^[a-z]{1,3}$' }]),
    ),
  },
  texts: Object.fromEntries(
    Array.from({ length: fields }, (_, index) => [`/p${index}`, { label: { ar: 'حقل', en: 'Field' } }]),
  ),
})
