/** An answer as the provider of a register describes it in the bus's catalogue; nothing where the bus cannot be asked. */
import { useMemo } from 'preact/hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { OfferedServices } from '../../engine/core/service-catalogue.ts'
import { useOffered } from './registers.tsx'

/** @param question as the step asks it: its method and path say which operation is meant */
export function useDescribedReply(service: string, question: JsonObject): JsonValue | undefined {
  const offered = useOffered()
  return useMemo(() => {
    const reply = offered && replyOf(offered, service, question)
    return reply && Object.keys(reply).length > 0 ? exampleOf(reply, 0) : undefined
  }, [offered, service])
}

function replyOf(
  { services }: Pick<OfferedServices, 'services'>,
  service: string,
  question: JsonObject,
): JsonObject | undefined {
  const operations = services.find(({ id }) => id === service)?.operations ?? []
  const { method = 'GET', path } = question
  const fitting = operations.filter((it) => it.method === method)
  const named = fitting.find((it) => typeof path === 'string' && it.path.split('/')[0] === path.split('/')[0])
  return (named ?? fitting[0] ?? operations[0])?.reply
}

const DEEPEST = 8

function exampleOf(schema: JsonObject, depth: number): JsonValue {
  const { type, properties, items, example, enum: choices, const: only } = schema
  if (example !== undefined) return example
  if (only !== undefined) return only
  if (Array.isArray(choices) && choices.length > 0) return (choices as readonly JsonValue[])[0] ?? null
  if (depth >= DEEPEST) return null
  if (properties !== undefined && isJsonObject(properties))
    return Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [
        name,
        isJsonObject(inner) ? exampleOf(inner, depth + 1) : null,
      ]),
    )
  switch (Array.isArray(type) ? (type as readonly JsonValue[])[0] : type) {
    case 'array':
      return items !== undefined && isJsonObject(items) ? [exampleOf(items, depth + 1)] : []
    case 'integer':
    case 'number':
      return 0
    case 'boolean':
      return true
    case 'string':
      return ''
    default:
      return null
  }
}
