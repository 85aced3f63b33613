/** The small JSON Schemas that routes are described with; OpenAPI is made from them. */
export const text = (maxLength = 200): object => ({ type: 'string', minLength: 1, maxLength })
/** A name or title: one line, so that no list, log or letter head is torn by it. */
export const line = (maxLength = 200): object => ({
  ...text(maxLength),
  pattern: '^[^\\u0000-\\u001f\\u007f\\u2028\\u2029]+$',
})
export const jsonObject = { type: 'object', additionalProperties: true } as const
export const strict = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})

/** For commands that say all in their address: no body, or an empty object. */
export const nothing = { type: ['object', 'null'], additionalProperties: false } as const

export const paging = {
  after: { type: 'string', minLength: 1, maxLength: 500, description: '`next` of the page before' },
  limit: { type: 'string', pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$', description: '1 to 200, default 50' },
} as const

const DEFAULT_PAGE = 50

export const limitOf = (query: { readonly limit?: string }): number =>
  query.limit === undefined ? DEFAULT_PAGE : Number(query.limit)

/** Path parameters; ids longer than these exist nowhere. */
export const params = (...names: readonly string[]): object =>
  strict(Object.fromEntries(names.map((name) => [name, text(200)])), names)

export const idParam = params('id')

/** What a route says of itself in OpenAPI. */
export const about = (tag: string, summary: string): { readonly tags: string[]; readonly summary: string } => ({
  tags: [tag],
  summary,
})
