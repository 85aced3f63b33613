import { expect, test } from 'vitest'
import { line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { refused } from './refused.ts'
import { caught, message, parallel, publishing, receive, script, user, type Panel } from './steps.ts'
import type { Step } from './draw.ts'

/** Everything that waits for a message by itself. */
const CATCHES: readonly (readonly [name: string, make: (panel?: Panel) => Step])[] = [
  ['message catch event', (panel) => caught('Wait', message('deposit', '=reference'), panel)],
  ['receive task', (panel) => receive('Wait', 'deposit', '=reference', panel)],
]

test.for(CATCHES)(
  'a %s waits for the message of its name and key and keeps what it brings',
  inOffice(async (office, [, make]) => {
    const it = await office.run(line(make()), { reference: 'r-1' })
    expect(it.waits).toEqual(['message Wait'])
    await office.message('deposit', { key: 'r-2', variables: { amount: 1 } })
    await office.message('deposits', { key: 'r-1', variables: { amount: 2 } })
    await it.read()
    expect(it.waits).toEqual(['message Wait'])
    await office.message('deposit', { key: 'r-1', variables: { amount: 3 } })
    await it.read()
    expect(it.path).toEqual(['Start', 'Wait', 'End'])
    expect(it.variables).toEqual({ reference: 'r-1', amount: 3 })
  }),
)

test.for(CATCHES)(
  'a %s with an output mapping keeps only what that says',
  inOffice(async (office, [, make]) => {
    const it = await office.run(line(make({ outputs: { 'paid.amount': '=amount' } })), { reference: 'r-1' })
    await office.message('deposit', { key: 'r-1', variables: { amount: 3, bank: 'x' } })
    await it.read()
    expect(it.variables).toEqual({ reference: 'r-1', paid: { amount: 3 } })
  }),
)

test.for(CATCHES)(
  'a %s finds a message that came before it waited, until that expires',
  inOffice(async (office, [, make]) => {
    await office.deploy(pack([line(user('Before'), make())]))
    await office.message('deposit', { key: 'r-1', timeToLive: 600_000, variables: { amount: 3 } })
    const soon = await office.start({ reference: 'r-1' })
    await soon.task('Before')
    expect(soon.status).toBe('completed')
    await office.message('deposit', { key: 'r-9', timeToLive: 600_000 })
    const late = await office.start({ reference: 'r-9' })
    await office.advance('PT10M')
    await late.task('Before')
    expect(late.waits).toEqual(['message Wait'])
  }),
)

test.for(CATCHES)(
  'a %s is not reached by a message that may not wait and came too early',
  inOffice(async (office, [, make]) => {
    await office.deploy(pack([line(user('Before'), make())]))
    await office.message('deposit', { key: 'r-1', timeToLive: 0 })
    const it = await office.start({ reference: 'r-1' })
    await it.task('Before')
    expect(it.waits).toEqual(['message Wait'])
  }),
)

test.for(CATCHES)(
  'a %s maps its inputs before its key is computed',
  inOffice(async (office, [, make]) => {
    const it = await office.run(line(make({ inputs: { reference: '="r-" + string(number)' } })), { number: 5 })
    expect(Object.values(it.state.waits)).toMatchObject([{ key: 'r-5' }])
  }),
)

test.for(CATCHES)(
  'a %s whose key is nothing is an incident, mended by the variable',
  inOffice(async (office, [, make]) => {
    const it = await office.run(line(make()), { reference: null })
    const incident = await it.incident('Wait')
    expect(incident).toMatchObject({ cause: 'message' })
    expect(incident.message).toContain('"reference" is null')
    await it.mend('Wait', { reference: 12 })
    await office.message('deposit', { key: '12' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test(
  'of two applications that wait under one key, one message reaches one and the next the other (messages: cardinality)',
  inOffice(async (office) => {
    await office.deploy(pack([line(receive('Wait', 'deposit', '=reference'))]))
    const first = await office.start({ reference: 'r-1' })
    const second = await office.start({ reference: 'r-1' })
    await office.message('deposit', { key: 'r-1' })
    await first.read()
    await second.read()
    expect([first.status, second.status]).toEqual(['completed', 'active'])
    await office.message('deposit', { key: 'r-1' })
    await second.read()
    expect(second.status).toBe('completed')
  }),
)

test(
  'the same message sent twice counts once, even where two wait for it',
  inOffice(async (office) => {
    await office.deploy(pack([line(receive('One', 'deposit', '=reference'), receive('Two', 'deposit', '=reference'))]))
    const it = await office.start({ reference: 'r-1' })
    await office.message('deposit', { key: 'r-1', id: 'd-1' })
    await office.message('deposit', { key: 'r-1', id: 'd-1' })
    await it.read()
    expect(it.waits).toEqual(['message Two'])
    await office.message('deposit', { key: 'r-1', id: 'd-2' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test(
  'one message reaches a process once: two branches that wait for it need two',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      receive('A', 'deposit', '=reference'),
      receive('B', 'deposit', '=reference'),
      'Start -> Fork -> A',
      'Fork -> B',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    await office.message('deposit', { key: 'r-1' })
    await it.read()
    expect(it.waits).toHaveLength(1)
    await office.advance('PT10S')
    await it.read()
    expect(it.waits).toHaveLength(1)
    await office.message('deposit', { key: 'r-1' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test(
  'messages that came early are taken in the order in which they came',
  inOffice(async (office) => {
    const twice = line(
      user('Before'),
      receive('One', 'deposit', '=reference', { outputs: { first: '=amount' } }),
      receive('Two', 'deposit', '=reference', { outputs: { second: '=amount' } }),
    )
    const it = await office.run(twice, { reference: 'r-1' })
    await office.message('deposit', { key: 'r-1', variables: { amount: 1 } })
    await office.message('deposit', { key: 'r-1', variables: { amount: 2 } })
    await it.task('Before')
    expect(it.variables).toEqual({ reference: 'r-1', first: 1, second: 2 })
  }),
)

test(
  'the name may be FEEL, fixed when the wait begins; changing the variable later changes nothing',
  inOffice(async (office) => {
    const it = await office.run(line(caught('Wait', message('="paid-" + kind', '=reference'))), {
      kind: 'fee',
      reference: 'r-1',
    })
    await it.set({ kind: 'fine', reference: 'r-2' })
    await office.message('paid-fine', { key: 'r-2' })
    await it.read()
    expect(it.waits).toEqual(['message Wait'])
    await office.message('paid-fee', { key: 'r-1' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test('a wait without a key, a message without a name, and a sender that says neither how nor to whom are refused', async () => {
  expect(await refused(line(caught('Wait', message('deposit'))))).toEqual(['bpmn/messages Wait'])
  expect(await refused(line(caught('Wait', message('', '=a'))))).toEqual(['bpmn/messages Wait'])
  expect(await refused(line(caught('Wait', message('deposit', 'reference'))))).toEqual([
    'bpmn/feel Message_deposit_reference',
  ])
  const silent = { id: 'Tell', tag: 'sendTask' }
  expect(await refused(line(silent))).toEqual(['bpmn/messages Tell', 'bpmn/messages Tell'])
  const both = publishing('task', 'Tell', 'deposit', { key: '=a' })
  const twofold = { ...both, extensions: `${both.extensions ?? ''}<zeebe:taskDefinition type="mail" />` }
  expect(await refused(line(twofold))).toEqual(['bpmn/messages Tell'])
  const bare = { id: 'Wait', tag: 'receiveTask' }
  expect(await refused(line(bare))).toEqual(['bpmn/messages Wait'])
  const instant = {
    ...receive('Wait', 'deposit', '=a'),
    attributes: ' messageRef="Message_deposit_x3da" instantiate="true"',
  }
  expect(await refused(line(instant))).toEqual(['bpmn/connections Wait'])
  const undo: Step = { ...caught('Wait'), inner: '<bpmn:compensateEventDefinition id="C" />' }
  expect(await refused(line(undo))).toEqual(['bpmn/unsupported-event Wait'])
  const nothing: Step = caught('Wait')
  expect(await refused(line(script('Ask', '=1', 'a'), nothing))).toEqual(['bpmn/unsupported-event Wait'])
})
