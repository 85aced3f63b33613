import { describe, expect, test } from 'vitest'
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Application } from '../elements/application.ts'
import { endEvent, line, process, startEvent } from '../elements/draw.ts'
import { inOffice, type Office } from '../elements/office.ts'
import { pack } from '../elements/pack.ts'
import { STAFF, local, told } from '../elements/staff.ts'
import { after, boundary, call, caught, eventBased, eventSub, message, start, sub, user } from '../elements/steps.ts'
import { asking, kept, service } from './drawn.ts'

/** "Case/decision 2026-11-26T10:00" of each clock that runs, "-" where it stands still. */
const clocks = (it: Application): readonly string[] =>
  Object.values(it.state.clocks ?? {}).map(({ owner, deadline, due }) => {
    const element = it.state.elements[owner]?.element ?? '?'
    return `${element}/${deadline} ${due === undefined ? '-' : local(due)}`
  })

const DECISION = { deadlines: { decision: 'P3WD' } }

describe('a step that stops clocks', () => {
  test(
    'stops those around a call from inside the called process, and from another package',
    inOffice(async (office) => {
      const shared = pack([{ ...line(user('Correct', asking())), id: 'correct' }], { id: 'common.ask', shared: true })
      const drawing = line(
        sub(
          'Case',
          kept(),
          startEvent('S'),
          call('Ask', 'correct'),
          user('Review'),
          endEvent('E'),
          'S -> Ask -> Review -> E',
        ),
      )
      await office.deploy(shared, pack([drawing], { ...DECISION, uses: { 'common.ask': '1.0.0' } }))
      const it = await office.start()
      expect(clocks(it)).toEqual(['Case/decision -'])
      await office.advance('P1D')
      await it.task('Correct')
      expect(clocks(it)).toEqual(['Case/decision 2026-11-29T10:00'])
    }),
  )

  test(
    'stops only the deadlines it names, and those around it: not one beside it',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Case',
          kept(),
          startEvent('S'),
          sub(
            'Answer',
            kept('answer'),
            startEvent('A'),
            user('Correct', asking('answer')),
            endEvent('B'),
            'A -> Correct -> B',
          ),
          endEvent('E'),
          'S -> Answer -> E',
        ),
        sub('Beside', kept('other'), startEvent('T'), user('Look'), endEvent('U'), 'T -> Look -> U'),
        endEvent('End'),
        'Start -> Case -> End',
        'Start -> Beside -> End',
      )
      const deadlines = { decision: 'P3WD', answer: 'P10D', other: 'P1WD' }
      const it = await office.run(pack([drawing], { deadlines }))
      expect([...clocks(it)].sort()).toEqual([
        'Answer/answer -',
        'Beside/other 2026-11-24T10:00',
        'Case/decision 2026-11-26T10:00',
      ])
    }),
  )

  test(
    'holds no clock while an incident keeps it from beginning',
    inOffice(async (office) => {
      const asked = { ...asking(), inputs: { question: '=missing' } }
      const it = await office.run(
        pack(
          [line(sub('Case', kept(), startEvent('S'), user('Correct', asked), endEvent('E'), 'S -> Correct -> E'))],
          DECISION,
        ),
      )
      expect(clocks(it)).toEqual(['Case/decision 2026-11-26T10:00'])
      await it.mend('Correct', { missing: 1 })
      expect(clocks(it)).toEqual(['Case/decision -'])
    }),
  )

  test(
    'goes on at once when the step is broken off',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        sub(
          'Case',
          kept(),
          startEvent('S'),
          user('Correct', asking()),
          boundary('Late', 'Correct', after('P1D')),
          user('Review'),
          endEvent('E'),
          'S -> Correct -> Review -> E',
          'Late -> Review',
        ),
        endEvent('End'),
        'Start -> Case -> End',
      )
      const it = await office.run(pack([drawing], DECISION))
      await office.advance('P1D')
      await it.read()
      expect(it.waits).toEqual(['task Review'])
      expect(clocks(it)).toEqual(['Case/decision 2026-11-29T10:00'])
    }),
  )
})

describe('a clock begins', () => {
  test(
    'with the whole process, before its first step',
    inOffice(async (office) => {
      const files = pack([line(user('Review', kept()))], DECISION)
      const it = await office.run(onProcess(files))
      expect(clocks(it)).toEqual(['Process_1/decision 2026-11-26T10:00'])
      expect(local((await it.desk('Review')).due ?? 0)).toBe('2026-11-26T10:00')
      await it.task('Review')
      expect(it.status).toBe('completed')
      expect(it.state.clocks).toBeUndefined()
    }),
  )

  test(
    'with the task that carries the deadline where none runs around it, each time anew',
    inOffice(async (office) => {
      const it = await office.run(pack([line(user('First', kept()), user('Second', kept()))], DECISION))
      await office.advance('P1D')
      await it.task('First')
      expect(clocks(it)).toEqual(['Second/decision 2026-11-29T10:00'])
    }),
  )

  test(
    'with the scope of an event subprocess, the host of a boundary event, an event or a gateway that waits',
    inOffice(async (office) => {
      const drawing = process(
        'Process_1',
        startEvent('Start'),
        user('Review'),
        boundary('Late', 'Review', after('P1WD'), kept()),
        caught('Wait', after('P2WD'), kept()),
        eventBased('First'),
        caught('News', message('news', '="key"')),
        caught('Silent', after('P3WD'), kept()),
        endEvent('End'),
        eventSub(
          'Over',
          start('Silence', after('P9WD'), kept('whole')),
          user('Decide'),
          endEvent('Done'),
          'Silence -> Decide -> Done',
        ),
        'Start -> Review -> End',
        'Late -> End',
        'Start -> Wait -> End',
        'Start -> First',
        'First -> News -> End',
        'First -> Silent -> End',
      )
      const it = await office.run(pack([drawing], { deadlines: { decision: 'P3WD', whole: 'P9WD' } }))
      expect([...clocks(it)].sort()).toEqual([
        'First/decision 2026-11-26T10:00',
        'Process_1/whole 2026-12-06T10:00',
        'Review/decision 2026-11-26T10:00',
        'Wait/decision 2026-11-26T10:00',
      ])
      expect(it.due('Late')).toBe('2026-11-24T10:00')
      await office.until('2026-12-06T10:00:00+02:00')
      await it.read()
      expect(it.waits).toEqual([])
      expect(it.status).toBe('completed')
    }),
  )

  test(
    'not where its governorate cannot be told: the step waits for an operator',
    inOffice(async (office) => {
      const it = await office.run(service({}, { 'masar:governorate': '=where' }))
      expect(it.trouble).toEqual(['expression Case'])
      await it.mend('Case', { where: 'PS-RBH' })
      expect(clocks(it)).toEqual(['Case/decision 2026-11-26T10:00'])
    }),
  )
})

describe('an application that goes over to another version', () => {
  async function migrate(office: Office, it: Application, files: PackageFiles): Promise<void> {
    await office.deploy(files)
    const done = await office.engine.migrateInstance(STAFF, it.id, { to: '2.0.0' })
    if (isProblem(done)) throw new Error(told(done))
    await office.settle()
    await it.read()
  }

  test(
    'has as long as that version gives it, counted from its beginning',
    inOffice(async (office) => {
      const it = await office.run(service())
      await office.advance('P1D')
      await migrate(
        office,
        it,
        service({ version: '2.0.0', deadlines: { decision: { duration: 'P5WD', silence: 'approval' } } }),
      )
      expect(clocks(it)).toEqual(['Case/decision 2026-11-30T10:00'])
      expect(local((await it.desk('Review')).due ?? 0)).toBe('2026-11-30T10:00')
      expect(it.events.find((event) => event.kind === 'clockRecalculated')).toMatchObject({
        duration: 'P5WD',
        because: [],
      })
    }),
  )
})

/** The deadline on the process itself. */
function onProcess(files: PackageFiles): PackageFiles {
  const xml = new TextDecoder().decode(files.get('process.bpmn'))
  const property =
    '<bpmn:extensionElements><zeebe:properties><zeebe:property name="masar:deadline" value="decision" /></zeebe:properties></bpmn:extensionElements>'
  const carried = xml.replace(/(<bpmn:process [^>]*>)/, `$1${property}`)
  return new Map(files).set('process.bpmn', new TextEncoder().encode(carried))
}
