/** The small JSON Schemas that routes are described with; OpenAPI is made from them. */
export const text = (maxLength = 200): object => ({ type: 'string', minLength: 1, maxLength })
export const jsonObject = { type: 'object', additionalProperties: true } as const
export const strict = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
})

export const paging = {
  after: { type: 'string', maxLength: 500, description: '`next` of the page before' },
  limit: { type: 'string', pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$', description: '1 to 200, default 50' },
} as const

const DEFAULT_PAGE = 50

export const limitOf = (query: { readonly limit?: string }): number =>
  query.limit === undefined ? DEFAULT_PAGE : Number(query.limit)

export const idParam = { type: 'object', properties: { id: text(80) }, required: ['id'] } as const

/** What a route says of itself in OpenAPI. */
export const about = (tag: string, summary: string): { readonly tags: string[]; readonly summary: string } => ({
  tags: [tag],
  summary,
})
