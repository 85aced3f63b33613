import { describe, expect, test } from 'vitest'
import { readConfig } from '../../engine/config.ts'
import type { ExecutorName } from '../../engine/core/executor.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Program } from '../../engine/core/program.ts'
import { cannotRun, executors } from '../../engine/executors.ts'
import { file, flow, process } from '../bpmn/drawing.ts'
import { after, boundary, draw, end, onTimer, or, start, user } from '../kernel/build.ts'
import { Case } from '../kernel/case.ts'
import { ALONE, WORKFLOW, check, errors, sound } from '../package/parcel.ts'

const plain = draw('main', [start('s'), user('t'), end('e')], ['s -> t -> e'])
const meeting = draw(
  'main',
  [start('s'), or('f'), user('a'), user('b'), or('j')],
  ['s -> f', 'f -> a if n > 1', 'f -> b default', 'a -> j', 'b -> j'],
)
const named = (program: Program, executor: ExecutorName): Program => ({ ...program, executor })

const begun = (program: Program, preferred?: ExecutorName): Case =>
  new Case([program], { executor: executors(preferred) }).start({ n: 2 })

const JOIN = `<bpmn:startEvent id="start"/><bpmn:inclusiveGateway id="fork" default="f3"/><bpmn:manualTask id="a"/>
<bpmn:manualTask id="b"/><bpmn:inclusiveGateway id="meet"/><bpmn:endEvent id="end"/>
${flow('f1', 'start', 'fork')}
<bpmn:sequenceFlow id="f2" sourceRef="fork" targetRef="a"><bpmn:conditionExpression>=true</bpmn:conditionExpression></bpmn:sequenceFlow>
${flow('f3', 'fork', 'b')}${flow('f4', 'a', 'meet')}${flow('f5', 'b', 'meet')}${flow('f6', 'meet', 'end')}`

const bare = {
  'workflow.json': {
    ...WORKFLOW,
    executor: 'bpmn-engine',
    dataAgreements: [],
    fees: [],
    start: { process: 'permit', channels: ['portal'] },
  },
  'permit.bpmn': file(process(JOIN, 'permit')),
  'fees.dmn': null,
  'templates/permit.hbs': null,
  'forms/apply.form.json': null,
}

describe('a package that names bpmn-engine', () => {
  test('is refused where the library cannot run what is drawn, with the file, the element and the reason', async () => {
    const checked = await check(bare, { ...ALONE, cannotRun })
    expect(checked.ok ? [] : checked.findings).toMatchObject([
      {
        rule: 'executor/cannot',
        file: 'permit.bpmn',
        place: 'meet',
        message: expect.stringContaining('bpmn-engine has no inclusive join') as string,
        messageAr: expect.stringContaining('لا يعرف bpmn-engine بوابة شاملة') as string,
      },
    ])
  })

  test('is taken where it names the kernel', async () => {
    const kernel = { ...bare, 'workflow.json': { ...bare['workflow.json'], executor: 'kernel' } }
    expect(await errors(kernel, { ...ALONE, cannotRun })).toEqual([])
  })

  test('is taken where the library can, and its programs carry the name', async () => {
    const { programs } = await sound(
      { 'workflow.json': { ...WORKFLOW, executor: 'bpmn-engine' } },
      { ...ALONE, cannotRun },
    )
    expect(programs.get('permit')?.executor).toBe('bpmn-engine')
  })
})

describe('an application', () => {
  test('runs on the kernel unless somebody says otherwise, and its record says nothing of it', () => {
    const it = begun(plain)
    expect(it.live.executor).toBeUndefined()
    expect(it.events[0]).not.toHaveProperty('executor')
  })

  test('runs on what its package names, whatever the installation prefers', () => {
    expect(begun(named(plain, 'bpmn-engine')).live.executor).toBe('bpmn-engine')
    expect(begun(named(plain, 'kernel'), 'bpmn-engine').live.executor).toBeUndefined()
  })

  test('runs on what the installation prefers where its package names nothing', () => {
    const it = begun(plain, 'bpmn-engine')
    expect(it.live.executor).toBe('bpmn-engine')
    expect(it.events[0]).toMatchObject({ kind: 'instanceStarted', executor: 'bpmn-engine' })
  })

  test('runs on the kernel where the preferred library cannot run what is drawn', () => {
    expect(begun(meeting, 'bpmn-engine').live.executor).toBeUndefined()
  })

  test('stays with the executor it began with when the installation changes its mind', () => {
    const begunThere = begun(plain, 'bpmn-engine')
    const later = new Case([plain], { executor: executors('kernel') })
    later.state = begunThere.state
    later.task('t')
    expect(later.status).toBe('completed')
    expect(later.last.map(({ kind }) => kind)).toContain('memoryKept')
  })
})

test('the configuration names an executor there is', () => {
  expect(readConfig({ executor: 'bpmn-engine' })).toMatchObject({ executor: 'bpmn-engine' })
  expect(readConfig({})).toMatchObject({ executor: 'kernel' })
  const wrong = readConfig({ executor: 'spiff' })
  expect(isProblem(wrong) && wrong.detail).toBe('Expected kernel or bpmn-engine at "executor" of the configuration')
})

test('a deadline on the edge of a step is no obstacle', () => {
  const edge = draw(
    'main',
    [start('s'), user('t'), boundary('late', 't', onTimer(after('P1D')), false), user('b')],
    ['s -> t', 'late -> b'],
  )
  expect(cannotRun('bpmn-engine', edge, { program: () => undefined })).toEqual([])
})
