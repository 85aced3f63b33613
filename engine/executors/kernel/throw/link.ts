/** The way goes on elsewhere on the page: the token leaves by the flow to the catching link event. */
import type { Thrower } from './thrower.ts'

export const link: Thrower<'link'> = () => ({ kind: 'pass' })
