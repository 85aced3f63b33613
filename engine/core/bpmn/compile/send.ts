/** Work that leaves the case: a job for a worker, or a message to another case. */
import type { JobDefinition, SendDefinition } from '../../program.ts'
import type { Node } from '../diagram.ts'
import { extensionOf, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { compiled, constant } from '../expression.ts'
import { present } from './kind.ts'
import { messageOf } from './triggers/message.ts'

const ATTEMPTS = '3'

export function jobOf(node: Node): JobDefinition {
  const job = extensionOf(node.element, 'zeebe:TaskDefinition')
  const retries = textOf(job, 'retries')?.trim()
  return {
    type: compiled(present(textOf(job, 'type'), 'a job type', node)),
    retries: retries === undefined ? constant(ATTEMPTS) : compiled(retries),
  }
}

/** @param holder the event definition or send task that refers to the message */
export function sendOf(node: Node, holder: ModdleElement): SendDefinition {
  if (extensionOf(node.element, 'zeebe:TaskDefinition')) return { kind: 'job', job: jobOf(node) }
  const publish = extensionOf(holder, 'zeebe:PublishMessage') ?? extensionOf(node.element, 'zeebe:PublishMessage')
  const properties = propertiesOf(node.element)
  const read = (name: string) => {
    const text = textOf(publish, name) ?? properties.get(`masar:${name}`)
    return text === undefined ? undefined : compiled(text)
  }
  const messageId = read('messageId')
  const timeToLive = read('timeToLive')
  return {
    kind: 'publish',
    name: messageOf(node, holder).name,
    correlationKey: present(read('correlationKey'), 'a correlation key', node),
    ...(messageId === undefined ? {} : { messageId }),
    ...(timeToLive === undefined ? {} : { timeToLive }),
  }
}
