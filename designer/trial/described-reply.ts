/** An answer as the provider of a register describes it in the bus's catalogue; nothing where the bus cannot be asked. */
import { useEffect, useState } from 'preact/hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { ask } from '../server/client.ts'

export function useDescribedReply(service: string): JsonValue | undefined {
  const [described, setDescribed] = useState<JsonValue>()
  useEffect(() => {
    const stop = new AbortController()
    const look = async (): Promise<void> => {
      const answer = await ask<JsonObject>('/databus/services', { signal: stop.signal })
      const found = answer.kind === 'ok' ? operationIn(answer.value, service) : undefined
      if (found && !stop.signal.aborted) setDescribed(exampleOf(found, 0))
    }
    void look()
    return () => stop.abort()
  }, [service])
  return described
}

/** The schema of what it answers, wherever the catalogue holds this service. */
function operationIn(value: JsonValue, service: string): JsonObject | undefined {
  if (Array.isArray(value)) {
    for (const one of value as readonly JsonValue[]) {
      const found = operationIn(one, service)
      if (found) return found
    }
    return undefined
  }
  if (!isJsonObject(value)) return undefined
  const reply = value['reply'] ?? value['output'] ?? value['outputs']
  if (value['service'] === service && reply !== undefined && isJsonObject(reply)) return reply
  return operationIn(Object.values(value), service)
}

const DEEPEST = 8

export function exampleOf(schema: JsonObject, depth: number): JsonValue {
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
