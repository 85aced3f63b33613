/** What became of many applications that an operator moved at once. */
import { summaryExample } from './instance.ts'
import { integer, resource, string } from './resource.ts'

const next = { type: 'string', description: 'There are more to look at: give it as `after`' } as const

const failures = (description: string) => ({
  type: 'array',
  description,
  items: {
    type: 'object',
    properties: { id: string, code: string, detail: string },
    required: ['id', 'code', 'detail'],
    additionalProperties: false,
  },
})

export const Resolution = resource(
  'Resolution',
  'Incidents that were tried again, of those that were open when the first call came',
  {
    resolved: { ...integer, description: 'Their applications go on; a job has its new attempts before it' },
    failedAgain: {
      type: 'array',
      description: 'Tried again in vain: the incidents that took their place at once',
      items: {
        type: 'object',
        properties: { id: string, element: string, cause: string, message: string },
        required: ['id', 'element', 'cause', 'message'],
        additionalProperties: false,
      },
    },
    failed: failures('Incidents that could not be tried again'),
    next,
  },
  ['next'],
  {
    resolved: 41,
    failedAgain: [
      {
        id: `${summaryExample.id}:17`,
        element: 'decide',
        cause: 'expression',
        message: 'Expected a variable called fee, but there is none',
      },
    ],
    failed: [],
  },
)

export const Cancellation = resource(
  'Cancellation',
  'Applications that were ended before their time',
  { canceled: integer, failed: failures('Applications that could not be ended'), next },
  ['next'],
  { canceled: 200, failed: [], next: 'WyIwMUpEQTVROFIyVzNYNFk1WjZBN0I4QzlEMCJd' },
)
