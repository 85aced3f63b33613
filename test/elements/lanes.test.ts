import { expect, test } from 'vitest'
import { line, tag, type ProcessDrawing, type Step } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { sub, user } from './steps.ts'

interface Lane {
  readonly id: string
  readonly name?: string
  readonly groups?: string
  readonly holds: readonly string[]
  readonly inner?: readonly Lane[]
}

const laneXml = ({ id, name, groups, holds, inner = [] }: Lane): string => {
  const property = groups === undefined ? '' : tag('zeebe:property', { name: 'masar:candidateGroups', value: groups })
  const extensions = property === '' ? '' : tag('bpmn:extensionElements', {}, tag('zeebe:properties', {}, property))
  const nested = inner.length === 0 ? '' : tag('bpmn:childLaneSet', { id: `${id}_set` }, inner.map(laneXml).join(''))
  const members = holds.map((member) => `<bpmn:flowNodeRef>${member}</bpmn:flowNodeRef>`).join('')
  return tag('bpmn:lane', { id, name }, extensions + members + nested)
}

const drawnIn = (drawing: ProcessDrawing, ...lanes: readonly Lane[]): ProcessDrawing => ({
  ...drawing,
  lanes: tag('bpmn:laneSet', { id: 'Lanes' }, lanes.map(laneXml).join('')),
})

/** A task that leaves it to its lane who does it. */
const task = (id: string): Step => ({ ...user(id), extensions: '<zeebe:userTask />' })

test(
  'a task that names nobody goes to the role its lane is called by: id, English or Arabic title',
  inOffice(async (office) => {
    const drawing = drawnIn(
      line(task('A'), task('B'), task('C'), task('D')),
      { id: 'L1', name: 'clerks', holds: ['Start', 'A'] },
      { id: 'L2', name: 'Supervisors', holds: ['B'] },
      { id: 'L3', name: 'خدمة Clerks', holds: ['C'] },
      { id: 'L4', name: 'The applicant', holds: ['D', 'End'] },
    )
    const it = await office.run(drawing)
    for (const [step, groups] of [
      ['A', ['clerks']],
      ['B', ['supervisors']],
      ['C', ['clerks']],
      ['D', []],
    ] as const) {
      expect((await it.desk(step)).candidateGroups).toEqual(groups)
      await it.task(step)
    }
  }),
)

test(
  'the lane’s own property comes before its name, and a task that names somebody before its lane',
  inOffice(async (office) => {
    const drawing = drawnIn(line(task('A'), user('B', { groups: 'clerks' })), {
      id: 'L1',
      name: 'clerks',
      groups: 'supervisors, clerks',
      holds: ['A', 'B'],
    })
    const it = await office.run(drawing)
    expect((await it.desk('A')).candidateGroups).toEqual(['supervisors', 'clerks'])
    await it.task('A')
    expect((await it.desk('B')).candidateGroups).toEqual(['clerks'])
  }),
)

test(
  'the innermost lane counts; where it gives no group the one around it, and inside a subprocess the subprocess’s own',
  inOffice(async (office) => {
    const drawing = drawnIn(line(task('A'), task('B'), sub('Part', {}, task('C'))), {
      id: 'Office',
      name: 'clerks',
      holds: ['A', 'B', 'Part'],
      inner: [
        { id: 'Desk', name: 'supervisors', holds: ['A'] },
        { id: 'Hall', name: 'somewhere', holds: ['B', 'Part'] },
      ],
    })
    const it = await office.run(drawing)
    expect((await it.desk('A')).candidateGroups).toEqual(['supervisors'])
    await it.task('A')
    expect((await it.desk('B')).candidateGroups).toEqual(['clerks'])
    await it.task('B')
    expect((await it.desk('C')).candidateGroups).toEqual(['clerks'])
  }),
)

test('a lane names roles the package has, and a step stands in one of them', async () => {
  const lane = (more: Partial<Lane>): Lane => ({ id: 'L1', name: 'clerks', holds: ['A'], ...more })
  expect(await refused(pack([drawnIn(line(task('A')), lane({ groups: 'judges' }))]))).toEqual(['bpmn/lanes L1'])
  expect(await refused(drawnIn(line(task('A')), lane({}), lane({ id: 'L2' })))).toEqual(['bpmn/lanes A'])
  const stray = drawnIn(line(task('A')), lane({ groups: 'clerks' }))
  const other = { ...stray, lanes: stray.lanes?.replace('masar:candidateGroups', 'masar:fourEyes') ?? '' }
  expect(await refused(other)).toEqual(['bpmn/lanes L1'])
})
