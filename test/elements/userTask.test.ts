import { expect, test } from 'vitest'
import { line, process, startEvent, endEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { exclusive, script, user } from './steps.ts'
import { local } from './staff.ts'

test(
  'a user task waits on the desk until somebody completes it',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    expect(it.waits).toEqual(['task Review'])
    await it.task('Review', { approved: true })
    expect(it.path).toEqual(['Start', 'Review', 'End'])
    expect(it.status).toBe('completed')
    expect(it.variables).toEqual({ approved: true })
  }),
)

test(
  'the desk shows who may take it, until when, and how urgent it is, as FEEL says',
  inOffice(async (office) => {
    const review = user('Review', {
      assignee: '=clerk',
      groups: '=["clerks", team]',
      users: '=[boss]',
      due: '=date and time("2026-12-01T12:00:00")',
      followUp: '=duration("P1D")',
      priority: '=if urgent then 90 else 10',
    })
    const it = await office.run(line(review), { clerk: 'rana', team: 'supervisors', boss: 'omar', urgent: true })
    const task = await it.desk('Review')
    expect(task).toMatchObject({
      assignee: 'rana',
      candidateGroups: ['clerks', 'supervisors'],
      candidateUsers: ['omar'],
      priority: 90,
    })
    expect(local(task.due ?? 0)).toBe('2026-12-01T12:00')
    expect(local(task.followUp ?? 0)).toBe('2026-11-24T10:00')
  }),
)

test(
  'plain text gives the same: names with commas, a date with its zone, working days and a number',
  inOffice(async (office) => {
    const review = user('Review', {
      assignee: 'rana',
      groups: 'clerks, supervisors',
      users: 'omar,lina',
      due: '2026-12-01T12:00:00Z',
      followUp: 'P4WD',
      priority: '70',
    })
    const it = await office.run(line(review))
    const task = await it.desk('Review')
    expect(task).toMatchObject({
      assignee: 'rana',
      candidateGroups: ['clerks', 'supervisors'],
      candidateUsers: ['omar', 'lina'],
      priority: 70,
    })
    expect(local(task.due ?? 0)).toBe('2026-12-01T14:00')
    // Monday; Tuesday, Wednesday, Thursday, and Sunday after the two days of rest.
    expect(local(task.followUp ?? 0)).toBe('2026-11-29T10:00')
  }),
)

test(
  'it has priority 50 and no dates where nothing is said',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    const task = await it.desk('Review')
    expect(task.priority).toBe(50)
    expect(task).not.toHaveProperty('due')
    expect(task).not.toHaveProperty('assignee')
  }),
)

test(
  'its form is found in the package',
  inOffice(async (office) => {
    const form = {
      title: { ar: 'مراجعة', en: 'Review' },
      schema: {
        type: 'object',
        required: ['approved'],
        additionalProperties: false,
        properties: { approved: { type: 'boolean' } },
      },
      ui: { type: 'VerticalLayout', elements: [{ type: 'Control', scope: '#/properties/approved' }] },
      texts: { '/approved': { label: { ar: 'موافق', en: 'Approved' } } },
    }
    const files = { 'forms/review.form.json': form }
    const it = await office.run(pack([line(user('Review', { form: 'review' }))], { files }))
    expect(await it.desk('Review')).toMatchObject({ form: 'review' })
    expect(await it.tryTask('Review', { approved: 'yes' })).toMatchObject({ code: 'answers.invalid' })
    await it.task('Review', { approved: true })
    expect(it.status).toBe('completed')
  }),
)

test(
  'an expression that fails is an incident with element, expression and reason, mended by the variable',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review', { assignee: '=clerk.name' })))
    expect(it.waits).toEqual([])
    const incident = await it.incident('Review')
    expect(incident).toMatchObject({ cause: 'expression', element: 'Review' })
    expect(incident.message).toContain('the assignee at Review')
    expect(incident.message).toContain('"clerk.name"')
    await it.mend('Review', { clerk: { name: 'rana' } })
    expect(await it.desk('Review')).toMatchObject({ assignee: 'rana' })
  }),
)

test.for([
  ['assignee', { assignee: '=5' }, 'a user name'],
  ['assignee', { assignee: '="Rana Haddad"' }, 'a user name'],
  ['candidate groups', { groups: '=5' }, 'a list of names'],
  ['candidate users', { users: '=[1]' }, 'a list of names'],
  ['due date', { due: '="tomorrow"' }, 'a date or a duration'],
  ['follow-up date', { followUp: '=true' }, 'a date or a duration'],
  ['priority', { priority: '=101' }, 'a whole number from 0 to 100'],
] as const)(
  'a value that is no %s is an incident',
  inOffice(async (office, [what, panel, expected]) => {
    const it = await office.run(line(user('Review', panel)))
    const { message } = await it.incident('Review')
    expect(message).toContain(`the ${what} at Review`)
    expect(message).toContain(expected)
  }),
)

test('what its panel cannot say is refused with the place and both languages', async () => {
  expect(await refused(line(user('Review', { form: 'missing' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { groups: 'strangers' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { groups: '=["strangers"]' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { priority: '101' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { due: 'tomorrow' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { form: '=form' })))).toEqual(['bpmn/feel Review'])
  const listening = {
    ...user('Review'),
    extensions: '<zeebe:taskListeners><zeebe:taskListener eventType="creating" type="x" /></zeebe:taskListeners>',
  }
  expect(await refused(line(listening))).toEqual(['bpmn/unsupported-extension Review'])
})

test('a static assignee that is nobody’s user name is refused before anybody applies', async () => {
  expect(await refused(line(user('Review', { assignee: 'Rana Haddad' })))).toEqual(['bpmn/user-tasks Review'])
  expect(await refused(line(user('Review', { users: 'omar, Lina H' })))).toEqual(['bpmn/user-tasks Review'])
})

test(
  'two tokens through one task are two tasks, each completed for itself',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      script('Left', '=1', 'left'),
      script('Right', '=2', 'right'),
      user('Review'),
      endEvent('End'),
      'Start -> Left -> Review -> End',
      'Start -> Right -> Review',
    )
    const it = await office.run(drawing)
    expect(it.waits).toEqual(['task Review', 'task Review'])
    await it.task('Review', { by: 'first' }, 2)
    expect(it.status).toBe('active')
    await it.task('Review', { by: 'second' })
    expect(it.entered('End')).toBe(2)
    expect(it.status).toBe('completed')
  }),
)

test(
  'a loop back opens a new task each time',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      user('Correct'),
      exclusive('Complete'),
      endEvent('End'),
      'Start -> Correct -> Complete',
      'Complete -> Correct if =not(complete)',
      'Complete -> End by default',
    )
    const it = await office.run(drawing)
    await it.task('Correct', { complete: false })
    await it.task('Correct', { complete: false })
    await it.task('Correct', { complete: true })
    expect(it.entered('Correct')).toBe(3)
    expect(it.status).toBe('completed')
  }),
)

test(
  'an application called off takes its tasks from the desk',
  inOffice(async (office) => {
    const it = await office.run(line(user('Review')))
    await it.cancel()
    expect(it.status).toBe('terminated')
    expect(it.waits).toEqual([])
  }),
)
