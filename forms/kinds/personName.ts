/** A person's name in its parts, in Arabic letters and in Latin ones. */
import { isJsonObject } from '../../engine/core/json.ts'
import { group } from './group.ts'
import type { Kind } from './kind.ts'

export const personName: Kind = {
  ...group,
  name: 'personName',
  fits: ({ schema }) => {
    const { properties } = schema
    return (
      isJsonObject(properties) &&
      isJsonObject(properties['ar']) &&
      Object.keys(properties).every((it) => it === 'ar' || it === 'en')
    )
  },
}
