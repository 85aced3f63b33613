import { expect, test } from 'vitest'
import { endEvent, line, process, startEvent } from './draw.ts'
import { inOffice } from './office.ts'
import { pack } from './pack.ts'
import { parallel, publishing, receive, user, type Panel } from './steps.ts'

/** Everything that sends a message inside Masar. */
const SENDERS = ['throw', 'end', 'task'] as const

const sender = (kind: (typeof SENDERS)[number], panel: Panel & { messageId?: string; timeToLive?: string } = {}) => {
  const tell = publishing(kind, 'Tell', 'deposit', { key: '=reference', ...panel })
  return kind === 'end'
    ? process('Process_1', startEvent('Start'), tell, 'Start -> Tell')
    : process('Process_1', startEvent('Start'), tell, endEvent('End'), 'Start -> Tell -> End')
}
const taker = process('Process_2', startEvent('Start_2'), receive('Wait', 'deposit', '=reference'), 'Start_2 -> Wait')
const takers = () => pack([taker], { id: 'moj.takers' })

test.for(SENDERS)(
  'a message sent by a %s reaches the application that waits, with the mapped inputs and nothing else',
  inOffice(async (office, kind) => {
    await office.deploy(takers())
    const waiting = await office.start({ reference: 'r-1' }, 'moj.takers')
    const it = await office.run(sender(kind, { inputs: { amount: '=fee' } }), { reference: 'r-1', fee: 25 })
    expect(it.status).toBe('completed')
    await waiting.read()
    expect(waiting.status).toBe('completed')
    expect(waiting.variables).toEqual({ reference: 'r-1', amount: 25 })
  }),
)

test.for(SENDERS)(
  'a message sent by a %s waits for a taker as long as it says',
  inOffice(async (office, kind) => {
    await office.deploy(takers())
    await office.run(sender(kind, { timeToLive: 'PT10M' }), { reference: 'r-1' })
    await office.advance('PT9M')
    expect((await office.start({ reference: 'r-1' }, 'moj.takers')).status).toBe('completed')
    await office.start({ reference: 'r-2' })
    await office.advance('PT10M')
    expect((await office.start({ reference: 'r-2' }, 'moj.takers')).status).toBe('active')
  }),
)

test.for(SENDERS)(
  'a message id of its own makes a message sent by a %s count once; the sender goes on all the same',
  inOffice(async (office, kind) => {
    await office.deploy(takers())
    const first = await office.run(sender(kind, { messageId: '="d-" + reference' }), { reference: 'r-1' })
    const again = await office.start({ reference: 'r-1' })
    expect([first.status, again.status]).toEqual(['completed', 'completed'])
    const one = await office.start({ reference: 'r-1' }, 'moj.takers')
    const two = await office.start({ reference: 'r-1' }, 'moj.takers')
    expect([one.status, two.status]).toEqual(['completed', 'active'])
  }),
)

test(
  'a task before a message whose id was used before can still be completed',
  inOffice(async (office) => {
    const tell = publishing('throw', 'Tell', 'deposit', { key: '=reference', messageId: '=reference' })
    await office.deploy(pack([line(user('Review'), tell, user('After'))]))
    const first = await office.start({ reference: 'r-1' })
    await first.task('Review')
    const second = await office.start({ reference: 'r-1' })
    await second.task('Review')
    expect(second.waits).toEqual(['task After'])
  }),
)

test(
  'a loop may send the same message id twice in one go',
  inOffice(async (office) => {
    await office.deploy(takers())
    const tell = (id: string) => publishing('throw', id, 'deposit', { key: '=reference', messageId: '=reference' })
    const it = await office.run(line(tell('One'), tell('Two')), { reference: 'r-1' })
    expect(it.status).toBe('completed')
  }),
)

test(
  'an application may send itself what it waits for',
  inOffice(async (office) => {
    const drawing = process(
      'Process_1',
      startEvent('Start'),
      parallel('Fork'),
      receive('Wait', 'deposit', '=reference'),
      publishing('task', 'Tell', 'deposit', { key: '=reference' }),
      'Start -> Fork -> Wait',
      'Fork -> Tell',
    )
    const it = await office.run(drawing, { reference: 'r-1' })
    await it.read()
    expect(it.status).toBe('completed')
  }),
)

test.for([
  ['name', { name: '=nothing' }],
  ['correlation key', { key: '=nothing' }],
  ['message id', { messageId: '=nothing' }],
  ['time to live', { timeToLive: '=nothing' }],
] as const)(
  'a %s that cannot be computed is an incident at the sender, and nothing is sent before it is mended',
  inOffice(async (office, [, wrong]) => {
    const { name = 'deposit', ...panel }: { readonly name?: string } & Partial<Parameters<typeof publishing>[3]> = wrong
    const it = await office.run(line(publishing('throw', 'Tell', name, { key: '="r-1"', ...panel })), {
      nothing: null,
    })
    expect(await it.incident('Tell')).toMatchObject({ element: 'Tell' })
    expect(it.events.filter((event) => event.kind === 'messagePublished')).toEqual([])
    await it.mend('Tell', { nothing: 'PT5M' })
    expect(it.status).toBe('completed')
  }),
)
