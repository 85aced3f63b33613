/** Where somebody lives: governorate and locality, then street and building. */
import { isJsonObject } from '../../engine/core/json.ts'
import { group } from './group.ts'
import type { Kind } from './kind.ts'

export const address: Kind = {
  ...group,
  name: 'address',
  fits: ({ schema }) => {
    const { properties } = schema
    return isJsonObject(properties) && 'governorate' in properties && 'locality' in properties
  },
}
