/** The services to begin from: each sound, its own tests passed and reaching every step, and a draft of its own once it is chosen. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { childOf, childrenOf } from '../../engine/core/bpmn/element.ts'
import { parseDrawing } from '../../engine/core/bpmn/moddle.ts'
import { turnedTo, type Flow } from '../../engine/core/drawing/turned.ts'
import { bytesOf } from '../../engine/core/package/draft-files.ts'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { checkTemplate } from '../../engine/core/template/check.ts'
import { definitions } from '../../engine/definitions.ts'
import { cannotRun, executors } from '../../engine/executors.ts'
import { startersIn } from '../../engine/packages/starters.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { runTests } from '../../engine/trial/coverage.ts'

const STARTERS = startersIn(fileURLToPath(new URL('../../engine/starters', import.meta.url)))
const ALL = await STARTERS.list()

async function textsOf(template: string, flow: Flow): Promise<ReadonlyMap<string, string>> {
  const files = await STARTERS.files(template)
  if (files === undefined) throw new Error(`Expected ${template} among the starters of ${resolve('.')}`)
  const turned = [...files].map(
    async ([path, text]) => [path, path.endsWith('.bpmn') ? await turnedTo(flow, text) : text] as const,
  )
  return new Map(await Promise.all(turned))
}

const filesOf = async (template: string, flow: Flow): Promise<PackageFiles> => bytesOf(await textsOf(template, flow))

const nobody = { zip: () => Promise.resolve(undefined) }

test('there are some, each with what it is for in both languages', () => {
  expect(ALL.length).toBeGreaterThanOrEqual(2)
  for (const { title, description } of ALL)
    expect([title.ar, title.en, description.ar, description.en].every((it) => it.trim() !== '')).toBe(true)
})

const DRAWN = ALL.flatMap(({ template }) => (['ltr', 'rtl'] as const).map((flow) => ({ template, flow })))

describe.each(DRAWN)('$template, drawn $flow', ({ template, flow }) => {
  test('is sound, with nothing to remark', async () => {
    const checked = await definitions(nobody, checkTemplate, undefined, undefined, cannotRun).check([
      await filesOf(template, flow),
    ])
    expect(checked.ok ? checked.packages.flatMap((it) => it.package.warnings) : checked.findings).toEqual([])
  })

  test('runs that way, with every step where its arrows end', async () => {
    const [xml = ''] = [...(await textsOf(template, flow))].flatMap(([path, text]) =>
      path.endsWith('.bpmn') ? [text] : [],
    )
    const drawing = await parseDrawing(xml)
    if ('unreadable' in drawing) throw new Error(drawing.unreadable)
    const sheets = childrenOf(drawing.root, 'diagrams').map((it) => childrenOf(childOf(it, 'plane'), 'planeElement'))
    const boxes = new Map(sheets.flat().map((it) => [childOf(it, 'bpmnElement')?.id, childOf(it, 'bounds')]))
    const flows = sheets.flat().filter((it) => childOf(it, 'bpmnElement')?.$type === 'bpmn:SequenceFlow')
    const ways = flows.map((it) => {
      const points = childrenOf(it, 'waypoint')
      for (const [end, name] of [
        [points[0], 'sourceRef'],
        [points.at(-1), 'targetRef'],
      ] as const) {
        const box = boxes.get(childOf(childOf(it, 'bpmnElement'), name)?.id)
        const [x, left, width] = [end?.get('x'), box?.get('x'), box?.get('width')].map(Number)
        expect(x).toBeGreaterThanOrEqual(left ?? 0)
        expect(x).toBeLessThanOrEqual((left ?? 0) + (width ?? 0))
      }
      return Math.sign(Number(points.at(-1)?.get('x')) - Number(points[0]?.get('x')))
    })
    const most = ways.filter((it) => it === (flow === 'rtl' ? -1 : 1)).length
    expect(most).toBeGreaterThan(ways.length / 2)
  })

  test('passes its own tests, which reach every step of it', async () => {
    const files = await filesOf(template, flow)
    const checked = await definitions(nobody, checkTemplate).check([files])
    const [own] = checked.ok ? checked.packages : []
    if (own === undefined) throw new Error('Expected a sound package')
    const deps = {
      openStore: () => openSqlite({ file: ':memory:' }),
      executor: executors(),
      packages: [files],
      packageId: template,
    }
    const { tests, elements } = await runTests(deps, own.package)
    expect(tests.map(({ file, failures }) => ({ file, failures }))).toEqual(
      tests.map(({ file }) => ({ file, failures: [] })),
    )
    expect(elements.filter((it) => it.tests === 0).map(({ element }) => element)).toEqual([])
  })
})
