import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { EXIT } from '../../cli/exit-codes.ts'
import type { Difference } from '../../engine/trial/agreement.ts'
import { folderForTest, masar, masarJson } from './masar.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = folderForTest()
const good = join(folder, 'moj.try')

interface Verified {
  readonly agree: boolean
  readonly tests: readonly { readonly agree: boolean; readonly passed: object; readonly difference?: Difference }[]
  readonly obstacles: readonly object[]
}

const GATEWAYS = `<bpmn:inclusiveGateway id="fork" default="to_b"/><bpmn:inclusiveGateway id="meet"/>`

beforeAll(async () => {
  const { code, err } = await masar(['init', 'moj.try'], { cwd: folder })
  if (code !== EXIT.ok) throw new Error(err)
})

describe('verify of a package', () => {
  test('plays its tests on both executors and says that they agree', async () => {
    const { code, json } = await masarJson<Verified>(['verify', good])
    expect(code).toBe(EXIT.ok)
    expect(json).toMatchObject({
      agree: true,
      obstacles: [],
      tests: [
        { agree: true, passed: { kernel: true, 'bpmn-engine': true } },
        { agree: true, passed: { kernel: true, 'bpmn-engine': true } },
      ],
    })
  })

  test('says so in Arabic to readers of Arabic', async () => {
    const { out } = await masar(['verify', good, '--lang', 'ar'])
    expect(out).toContain('متفقان: فعل kernel و bpmn-engine الشيء نفسه في 2 من 2 من الاختبارات')
  })

  test('takes the packed file as well', async () => {
    await masar(['pack', good], { cwd: folder })
    const packed = join(folder, 'moj.try-1.0.0.masar')
    expect(await masarJson<Verified>(['verify', packed])).toMatchObject({ code: EXIT.ok, json: { agree: true } })
  })

  test('says what only the kernel can run, and compares nothing then', async () => {
    const copy = join(folder, 'meeting')
    cpSync(good, copy, { recursive: true })
    const file = join(copy, 'service.bpmn')
    writeFileSync(file, meeting(readFileSync(file, 'utf8')))
    const { code, json } = await masarJson<Verified>(['verify', copy])
    expect(code).toBe(EXIT.invalid)
    expect(json).toMatchObject({ agree: false, tests: [] })
    expect(json.obstacles).toMatchObject([
      { element: 'meet', reason: expect.stringContaining('no inclusive join') as string },
    ])
  })

  test('asks for the keys only where a certificate is given', async () => {
    expect(await masar(['verify', 'a.b.c'])).toMatchObject({ code: EXIT.usage })
  })
})

/** Two ways that meet again, drawn between the end of the first flow and where it led. */
function meeting(xml: string): string {
  const flow = /<bpmn:sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)" ?\/>/.exec(xml)
  const [whole = '', id = '', from = '', to = ''] = flow ?? []
  const line = (name: string, source: string, target: string, inside = ''): string =>
    `<bpmn:sequenceFlow id="${name}" sourceRef="${source}" targetRef="${target}">${inside}</bpmn:sequenceFlow>`
  const condition = '<bpmn:conditionExpression>=true</bpmn:conditionExpression>'
  return xml
    .replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')
    .replaceAll(/<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, '')
    .replace(
      whole,
      GATEWAYS +
        '<bpmn:manualTask id="a"/><bpmn:manualTask id="b"/>' +
        line(id, from, 'fork') +
        line('to_a', 'fork', 'a', condition) +
        line('to_b', 'fork', 'b') +
        line('of_a', 'a', 'meet') +
        line('of_b', 'b', 'meet') +
        line('on', 'meet', to),
    )
}
