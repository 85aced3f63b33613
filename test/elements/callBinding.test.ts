import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent, type ProcessDrawing, type Step } from './draw.ts'
import { inOffice, type Office } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { call, script, user } from './steps.ts'

/** A shared procedure, in versions that can be told apart. */
const shared = (version: string, done: Step, tag?: string) => {
  const drawing = process('Helper', startEvent('In'), done, endEvent('Out'), `In -> ${done.id} -> Out`)
  const tagged: ProcessDrawing =
    tag === undefined
      ? drawing
      : { ...drawing, lanes: `<bpmn:extensionElements><zeebe:versionTag value="${tag}" /></bpmn:extensionElements>` }
  return pack([tagged], { id: 'common.helper', version, shared: true })
}
const noting = (version: string, tag?: string) => shared(version, script('Note', `="${version}"`, 'by'), tag)

const calling = (binding: string) => {
  const step = call('Call', 'Helper', { child: true })
  const extensions = (step.extensions ?? '').replace('processId="Helper"', `processId="Helper" ${binding}`)
  return (version = '1.0.0') =>
    pack([line(user('Before'), { ...step, extensions })], { version, uses: { 'common.helper': '1.0.0' } })
}

const LATEST = calling('bindingType="latest"')
const STABLE = calling('bindingType="versionTag" versionTag="stable"')

async function after(office: Office, ...versions: readonly ReturnType<typeof noting>[]) {
  const it = await office.start()
  for (const version of versions) await office.deploy(version)
  return it.task('Before')
}

test(
  'bound at deployment a call takes the version its package names, whatever is deployed later',
  inOffice(async (office) => {
    await office.deploy(noting('1.0.0'), calling('bindingType="deployment"')())
    const it = await after(office, noting('2.0.0'))
    expect(it.variables).toEqual({ by: '1.0.0' })
  }),
)

test(
  'bound to the latest it takes the highest version in force when the call is made',
  inOffice(async (office) => {
    await office.deploy(noting('1.0.0'), LATEST())
    const it = await after(office, noting('2.0.0'), noting('1.5.0'))
    expect(it.variables).toEqual({ by: '2.0.0' })
    const made = it.events.find((event) => event.kind === 'elementActivated' && event.element === 'Helper')
    expect(made).toMatchObject({ program: 'common.helper@2.0.0/Helper' })
  }),
)

test(
  'a call that was made goes on in the version it took',
  inOffice(async (office) => {
    await office.deploy(shared('1.0.0', user('Old')), LATEST())
    const it = await office.start()
    await it.task('Before')
    expect(it.waits).toEqual(['task Old'])
    await office.deploy(shared('2.0.0', user('New')))
    await it.task('Old')
    expect(it.status).toBe('completed')
    const next = await office.start()
    await next.task('Before')
    expect(next.waits).toEqual(['task New'])
  }),
)

test(
  'bound to a version tag it takes the highest version that has it',
  inOffice(async (office) => {
    await office.deploy(noting('1.0.0'), STABLE())
    const it = await after(office, noting('1.1.0', 'stable'), noting('1.2.0', 'stable'), noting('2.0.0', 'trial'))
    expect(it.variables).toEqual({ by: '1.2.0' })
  }),
)

test(
  'a tag that no version has is an incident at the call, mended by deploying one',
  inOffice(async (office) => {
    await office.deploy(noting('1.0.0'), STABLE())
    const it = await after(office)
    expect((await it.incident('Call')).message).toContain('tagged "stable"')
    await office.deploy(noting('1.1.0', 'stable'))
    await it.mend('Call')
    expect(it.variables).toEqual({ by: '1.1.0' })
  }),
)

test(
  'a latest version that cannot be called any more is an incident at the call',
  inOffice(async (office) => {
    await office.deploy(noting('1.0.0'), LATEST())
    const two = process('Helper', startEvent('One'), startEvent('Two'), user('Do'), 'One -> Do', 'Two -> Do')
    const it = await after(office, pack([two], { id: 'common.helper', version: '2.0.0', shared: true }))
    expect((await it.incident('Call')).message).toContain('One, Two')
    await office.deploy(noting('2.1.0'))
    await it.mend('Call')
    expect(it.variables).toEqual({ by: '2.1.0' })
  }),
)

test(
  'the own package may be called in its latest version as well',
  inOffice(async (office) => {
    const inner = (text: string) =>
      process('Helper', startEvent('In'), script('Note', `="${text}"`, 'by'), 'In -> Note')
    const step = call('Call', 'Helper', { child: true })
    const late: Step = {
      ...step,
      extensions: (step.extensions ?? '').replace('processId', 'bindingType="latest" processId'),
    }
    await office.deploy(pack([line(user('Before'), late), inner('one')]))
    const it = await office.start()
    await office.deploy(pack([line(user('Before'), late), inner('two')], { version: '1.1.0' }))
    await it.task('Before')
    expect(it.variables).toEqual({ by: 'two' })
  }),
)

test('a binding is one of three, and a tag is plain and comes with its binding', async () => {
  const helper = process('Helper', startEvent('In'), user('Do'), 'In -> Do')
  const bound = (binding: string) => {
    const step = call('Call', 'Helper')
    return pack([
      line({ ...step, extensions: (step.extensions ?? '').replace('processId', `${binding} processId`) }),
      helper,
    ])
  }
  for (const binding of [
    'bindingType="newest"',
    'bindingType="versionTag"',
    'versionTag="stable"',
    'bindingType="versionTag" versionTag="=tag"',
  ])
    expect(await refused(bound(binding))).toEqual(['bpmn/calls Call'])
  expect(await refused(bound('bindingType="latest"'))).toEqual([])
})
