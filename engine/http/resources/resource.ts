/** How a thing the API speaks of is described: a JSON Schema under its name, with an example. */
export const time = { type: 'string', format: 'date-time' } as const
export const string = { type: 'string' } as const
export const integer = { type: 'integer' } as const
export const anything = { type: 'object', additionalProperties: true } as const
export const strings = { type: 'array', items: string } as const
export const digest = { type: 'string', pattern: '^[0-9a-f]{64}$', description: 'sha-256' } as const

type Properties = Readonly<Record<string, object>>

/** @param optional properties that may be absent; all others are always there */
export const resource = <Id extends string>(
  $id: Id,
  description: string,
  properties: Properties,
  optional: readonly string[],
  example: object,
) =>
  ({
    $id,
    type: 'object',
    description,
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
    examples: [example],
  }) as const
