/** Acting for a company: choosing it, and the mandates people give and revoke. */
import type { Area } from '../frame/frame.ts'
import { choicePages } from './choice.ts'
import { mandatePages } from './mandates.ts'

export const ACTING: Area = {
  routes(app, context) {
    choicePages(app, context)
    mandatePages(app, context)
  },
}
