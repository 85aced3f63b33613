import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { laidOut } from '../../designer/procedure/drawings/auto-layout.ts'
import { childOf, childrenOf } from '../../engine/core/bpmn/element.ts'
import { parseBpmn } from '../../engine/core/bpmn/moddle.ts'

const workflow = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../workflows', path), 'utf8')
const undrawn = (xml: string): string => xml.replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, '')

async function read(xml: string) {
  const parsed = await parseBpmn(xml)
  if ('unreadable' in parsed) throw new Error(parsed.unreadable)
  const sheets = childrenOf(parsed.root, 'diagrams').map((it) => childOf(it, 'plane'))
  const shapes = sheets.flatMap((it) => childrenOf(it, 'planeElement'))
  return {
    root: parsed.root,
    warnings: parsed.warnings,
    sheets,
    shapes,
    boundsOf: (id: string) => {
      const bounds = childOf(
        shapes.find((it) => childOf(it, 'bpmnElement')?.id === id),
        'bounds',
      )
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((it) => Number(bounds?.get(it)))
      return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 }
    },
  }
}

const withoutWhiteSpace = (xml: string): string => xml.replaceAll(/\s+/g, ' ').replaceAll(/> </g, '><')

describe('a procedure without a drawing', () => {
  test('is drawn with every step, and nothing else of the file is changed', async () => {
    const laid = await laidOut(undrawn(workflow('common.refuse/refuse.bpmn')))
    const { warnings, boundsOf, shapes } = await read(laid?.xml ?? '')
    expect(warnings).toEqual([])
    expect(shapes.length).toBeGreaterThan(7)
    expect(boundsOf('print_refusal').x).toBeGreaterThan(boundsOf('asked').x)
    const before = withoutWhiteSpace(undrawn(workflow('common.refuse/refuse.bpmn')))
    const after = withoutWhiteSpace(undrawn(laid?.xml ?? ''))
    for (const extension of before.match(/<zeebe:[^>]*>/g) ?? [])
      expect(after).toContain(extension.replaceAll("'", '"').slice(0, 20))
    expect(after.match(/<zeebe:/g)?.length).toBe(before.match(/<zeebe:/g)?.length)
  })

  test('stands in its pool, and lanes that cannot be laid out are named and stay in the file', async () => {
    const laid = await laidOut(undrawn(workflow('lgu.building-permit/site.bpmn')))
    const { boundsOf, sheets } = await read(laid?.xml ?? '')
    expect(childOf(sheets[0], 'bpmnElement')?.$type).toBe('bpmn:Collaboration')
    const pool = boundsOf('permit-site.pool')
    const step = boundsOf('open_site')
    expect(pool.width).toBeGreaterThan(0)
    expect(step.x > pool.x + 30 && step.x + step.width < pool.x + pool.width).toBe(true)
    expect(step.y > pool.y && step.y + step.height < pool.y + pool.height).toBe(true)
    expect(laid?.undrawn).toEqual(new Map([['bpmn:Lane', 3]]))
    expect(laid?.xml.match(/<bpmn:lane /g)).toHaveLength(3)
  })

  test('of two pools has one below the other, and the messages between them are named', async () => {
    const laid = await laidOut(TWO_POOLS)
    const { boundsOf } = await read(laid?.xml ?? '')
    const [one, other] = [boundsOf('pool_a'), boundsOf('pool_b')]
    expect(other.y).toBeGreaterThan(one.y + one.height)
    expect(boundsOf('b_start').y).toBeGreaterThan(other.y)
    expect(laid?.undrawn).toEqual(
      new Map([
        ['bpmn:MessageFlow', 1],
        ['bpmn:TextAnnotation', 1],
      ]),
    )
    expect(laid?.xml).toContain('<bpmn:messageFlow id="m"')
  })

  test('what is no drawing at all is not laid out', async () => {
    expect(await laidOut('<no drawing')).toBeUndefined()
  })
})

const TWO_POOLS = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:collaboration id="c">
    <bpmn:participant id="pool_a" processRef="a" />
    <bpmn:participant id="pool_b" processRef="b" />
    <bpmn:messageFlow id="m" sourceRef="a_end" targetRef="b_start" />
  </bpmn:collaboration>
  <bpmn:process id="a" isExecutable="true">
    <bpmn:startEvent id="a_start" /><bpmn:endEvent id="a_end" />
    <bpmn:sequenceFlow id="a_flow" sourceRef="a_start" targetRef="a_end" />
    <bpmn:textAnnotation id="note"><bpmn:text>ملاحظة</bpmn:text></bpmn:textAnnotation>
  </bpmn:process>
  <bpmn:process id="b" isExecutable="true">
    <bpmn:startEvent id="b_start" /><bpmn:endEvent id="b_end" />
    <bpmn:sequenceFlow id="b_flow" sourceRef="b_start" targetRef="b_end" />
  </bpmn:process>
</bpmn:definitions>`
